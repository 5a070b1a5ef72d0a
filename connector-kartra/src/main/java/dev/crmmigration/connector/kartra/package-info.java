/** Kartra as a source. */
@NullMarked
package dev.crmmigration.connector.kartra;

import org.jspecify.annotations.NullMarked;
