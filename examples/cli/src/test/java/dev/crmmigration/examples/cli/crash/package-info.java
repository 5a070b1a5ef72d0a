/** The crash suite: processes are killed and accounts misbehave; what the account holds in the end is compared with what it should. */
@NullMarked
package dev.crmmigration.examples.cli.crash;

import org.jspecify.annotations.NullMarked;
