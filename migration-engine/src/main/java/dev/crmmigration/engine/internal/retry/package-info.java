/** Repeats reads that may succeed later. */
@NullMarked
package dev.crmmigration.engine.internal.retry;

import org.jspecify.annotations.NullMarked;
