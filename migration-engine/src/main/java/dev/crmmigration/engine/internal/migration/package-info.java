/** The steps behind the facade. */
@NullMarked
package dev.crmmigration.engine.internal.migration;

import org.jspecify.annotations.NullMarked;
