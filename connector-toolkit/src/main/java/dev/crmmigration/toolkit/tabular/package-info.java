/** Reads tabular exports row by row, with the origin of each. */
@NullMarked
package dev.crmmigration.toolkit.tabular;

import org.jspecify.annotations.NullMarked;
