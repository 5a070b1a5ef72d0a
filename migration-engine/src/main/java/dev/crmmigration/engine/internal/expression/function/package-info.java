/** The functions that every expression can call. */
@NullMarked
package dev.crmmigration.engine.internal.expression.function;

import org.jspecify.annotations.NullMarked;
