/** The {@code migrate} command line. */
@NullMarked
package dev.crmmigration.examples.cli;

import org.jspecify.annotations.NullMarked;
