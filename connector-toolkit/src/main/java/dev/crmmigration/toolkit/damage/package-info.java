/** The rules by which damaged exports are read, and the record of what was mended. Knows no file format. */
@NullMarked
package dev.crmmigration.toolkit.damage;

import org.jspecify.annotations.NullMarked;
