/** The table from Kartra to Freshsales: a class for each row. */
@NullMarked
package dev.crmmigration.connector.kartra.freshsales;

import org.jspecify.annotations.NullMarked;
