/** Pipedrive as a destination. */
@NullMarked
package dev.crmmigration.connector.pipedrive;

import org.jspecify.annotations.NullMarked;
