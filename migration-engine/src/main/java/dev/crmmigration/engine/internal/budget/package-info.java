/** Keeps count of what is spent on accounts, and lets nobody spend more than they may. */
@NullMarked
package dev.crmmigration.engine.internal.budget;

import org.jspecify.annotations.NullMarked;
