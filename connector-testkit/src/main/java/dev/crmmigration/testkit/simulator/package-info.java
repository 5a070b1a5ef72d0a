/** The base of all simulators: server, faults, clock. */
@NullMarked
package dev.crmmigration.testkit.simulator;

import org.jspecify.annotations.NullMarked;
