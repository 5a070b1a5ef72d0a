/** A whole migration against a simulator, in one command. */
@NullMarked
package dev.crmmigration.examples.quickstart;

import org.jspecify.annotations.NullMarked;
