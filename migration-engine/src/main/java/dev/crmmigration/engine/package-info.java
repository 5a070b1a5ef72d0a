/** The facade: what applications call to run a migration. */
@NullMarked
package dev.crmmigration.engine;

import org.jspecify.annotations.NullMarked;
