/** The WordPress plugin: CSV files whose columns nobody has published, so their headers and the settings say what they are. */
@NullMarked
package dev.crmmigration.connector.nextcrm.plugin;

import org.jspecify.annotations.NullMarked;
