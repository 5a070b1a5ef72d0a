/** A source and a destination that need nobody: a file of names, and an account in memory. */
@NullMarked
package dev.crmmigration.examples.cli.toy;

import org.jspecify.annotations.NullMarked;
