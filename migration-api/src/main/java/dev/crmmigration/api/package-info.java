/** Marks that hold for the whole API. */
@NullMarked
package dev.crmmigration.api;

import org.jspecify.annotations.NullMarked;
