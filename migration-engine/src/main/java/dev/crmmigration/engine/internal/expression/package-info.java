/** Evaluates expressions over records, and checks them before. */
@NullMarked
package dev.crmmigration.engine.internal.expression;

import org.jspecify.annotations.NullMarked;
