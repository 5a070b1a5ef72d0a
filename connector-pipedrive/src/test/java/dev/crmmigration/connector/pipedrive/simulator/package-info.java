/** A simulated Pipedrive account with the real one's rules, keys, prices and limits. Knows nothing of the connector and serves any client. */
@NullMarked
package dev.crmmigration.connector.pipedrive.simulator;

import org.jspecify.annotations.NullMarked;
