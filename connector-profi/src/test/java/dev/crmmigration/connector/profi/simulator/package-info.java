/** A simulated Profi workspace: the rows of a bundle over HTTP. Knows nothing of the connector and serves any client. */
@NullMarked
package dev.crmmigration.connector.profi.simulator;

import org.jspecify.annotations.NullMarked;
