/** Reading everything back and comparing it field by field; counts that close. */
@NullMarked
package dev.crmmigration.engine.internal.verify;

import org.jspecify.annotations.NullMarked;
