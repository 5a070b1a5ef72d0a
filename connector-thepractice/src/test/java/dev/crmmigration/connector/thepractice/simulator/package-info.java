/** A simulated practice: the rows of a bundle over HTTP. Knows nothing of the connector and serves any client. */
@NullMarked
package dev.crmmigration.connector.thepractice.simulator;

import org.jspecify.annotations.NullMarked;
