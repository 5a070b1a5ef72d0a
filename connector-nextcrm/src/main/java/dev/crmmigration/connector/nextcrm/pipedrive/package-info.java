/** What becomes of a NextCRM installation on Pipedrive: one class for each row of the table, and what the rows share. */
@NullMarked
package dev.crmmigration.connector.nextcrm.pipedrive;

import org.jspecify.annotations.NullMarked;
