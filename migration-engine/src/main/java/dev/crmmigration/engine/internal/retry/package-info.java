/** Repeats reads that may succeed later, and tells how long an account that cannot be reached is left alone. */
@NullMarked
package dev.crmmigration.engine.internal.retry;

import org.jspecify.annotations.NullMarked;
