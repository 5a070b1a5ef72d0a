/** The rows from NextCRM to Freshsales, a class each, and the mappings beyond them. */
@NullMarked
package dev.crmmigration.connector.nextcrm.freshsales;

import org.jspecify.annotations.NullMarked;
