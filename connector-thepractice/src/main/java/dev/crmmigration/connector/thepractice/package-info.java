/** The Practice as a source: the bundle of files that a practice is exported to, with what exports lose restored. */
@NullMarked
package dev.crmmigration.connector.thepractice;

import org.jspecify.annotations.NullMarked;
