/** Rules over the classes of all modules. */
@NullMarked
package dev.crmmigration.architecture;

import org.jspecify.annotations.NullMarked;
