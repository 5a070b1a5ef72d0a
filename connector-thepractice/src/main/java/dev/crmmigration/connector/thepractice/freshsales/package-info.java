/** The table from The Practice to Freshsales: a class for each row. */
@NullMarked
package dev.crmmigration.connector.thepractice.freshsales;

import org.jspecify.annotations.NullMarked;
