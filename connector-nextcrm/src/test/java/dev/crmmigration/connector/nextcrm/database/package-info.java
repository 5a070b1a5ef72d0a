/** The database of NextCRM as its releases make it, in a real PostgreSQL, with an invented business in it. */
@NullMarked
package dev.crmmigration.connector.nextcrm.database;

import org.jspecify.annotations.NullMarked;
