/** The workspace: one folder per migration, opened by one process at a time, and the databases in it. */
@NullMarked
package dev.crmmigration.engine.internal.store;

import org.jspecify.annotations.NullMarked;
