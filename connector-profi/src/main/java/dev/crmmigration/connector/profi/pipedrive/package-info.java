/** The rows from Profi to Pipedrive. */
@NullMarked
package dev.crmmigration.connector.profi.pipedrive;

import org.jspecify.annotations.NullMarked;
