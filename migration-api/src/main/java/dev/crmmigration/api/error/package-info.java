/** The failures of a migration, told apart by who has to act. */
@NullMarked
package dev.crmmigration.api.error;

import org.jspecify.annotations.NullMarked;
