/** The table from Profi to Freshsales: a class for each row. */
@NullMarked
package dev.crmmigration.connector.profi.freshsales;

import org.jspecify.annotations.NullMarked;
