/** Freshsales as a destination; empty until its own issue delivers it. */
@NullMarked
package dev.crmmigration.connector.freshsales;

import org.jspecify.annotations.NullMarked;
