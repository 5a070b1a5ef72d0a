/** A stateful server that behaves like Pipedrive. */
@NullMarked
package dev.crmmigration.connector.pipedrive.simulator;

import org.jspecify.annotations.NullMarked;
