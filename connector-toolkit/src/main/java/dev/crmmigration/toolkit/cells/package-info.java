/** Reads cells by the kind of their column, and columns as wholes where no cell alone has one reading. */
@NullMarked
package dev.crmmigration.toolkit.cells;

import org.jspecify.annotations.NullMarked;
