/** The open-source application: its PostgreSQL database, read in one snapshot. */
@NullMarked
package dev.crmmigration.connector.nextcrm.app;

import org.jspecify.annotations.NullMarked;
