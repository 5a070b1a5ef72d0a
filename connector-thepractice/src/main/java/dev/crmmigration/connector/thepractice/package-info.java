/** The Practice as a source; empty until its own issue delivers it. */
@NullMarked
package dev.crmmigration.connector.thepractice;

import org.jspecify.annotations.NullMarked;
