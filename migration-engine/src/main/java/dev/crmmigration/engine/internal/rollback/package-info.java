/** Taking back what the migration did, and only that, and proving it. */
@NullMarked
package dev.crmmigration.engine.internal.rollback;

import org.jspecify.annotations.NullMarked;
