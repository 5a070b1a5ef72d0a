/** A simulated Kartra account: its API, over what an export of it holds. Knows nothing of the connector and serves any client. */
@NullMarked
package dev.crmmigration.connector.kartra.simulator;

import org.jspecify.annotations.NullMarked;
