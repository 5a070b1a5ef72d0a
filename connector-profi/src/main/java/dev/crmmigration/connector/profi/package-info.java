/** Profi as a source; empty until its own issue delivers it. */
@NullMarked
package dev.crmmigration.connector.profi;

import org.jspecify.annotations.NullMarked;
