/** What a migration takes: of a plan, or before there are data. */
@NullMarked
package dev.crmmigration.engine.internal.estimate;

import org.jspecify.annotations.NullMarked;
