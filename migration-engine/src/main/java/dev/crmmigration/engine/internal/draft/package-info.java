/** From source record to write: drafts in account-neutral form, and their binding to the account's keys. */
@NullMarked
package dev.crmmigration.engine.internal.draft;

import org.jspecify.annotations.NullMarked;
