/** NextCRM as a source: which edition it is, and the settings of both. */
@NullMarked
package dev.crmmigration.connector.nextcrm;

import org.jspecify.annotations.NullMarked;
