/** What becomes of a Kartra account on Pipedrive: one class for each row of the table, and what the rows share. */
@NullMarked
package dev.crmmigration.connector.kartra.pipedrive;

import org.jspecify.annotations.NullMarked;
