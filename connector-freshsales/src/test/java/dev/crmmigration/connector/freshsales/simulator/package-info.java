/** A simulated Freshsales account that any client can talk to; it knows nothing of the connector. */
@NullMarked
package dev.crmmigration.connector.freshsales.simulator;

import org.jspecify.annotations.NullMarked;
