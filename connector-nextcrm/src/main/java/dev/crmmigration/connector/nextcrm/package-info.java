/** NextCRM as a source; empty until its own issue delivers it. */
@NullMarked
package dev.crmmigration.connector.nextcrm;

import org.jspecify.annotations.NullMarked;
