/** The trail of what a migration did: every entry names the hash of the one before. */
@NullMarked
package dev.crmmigration.engine.internal.audit;

import org.jspecify.annotations.NullMarked;
