/** The ten rows of the table from The Practice to Pipedrive, one class each, and the mappings beyond it. */
@NullMarked
package dev.crmmigration.connector.thepractice.pipedrive;

import org.jspecify.annotations.NullMarked;
