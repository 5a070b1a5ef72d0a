/** What all simulators share: the door, the clock, a small HTTP server, control endpoints and faults. Knows no platform and no JUnit. */
@NullMarked
package dev.crmmigration.testkit.simulator;

import org.jspecify.annotations.NullMarked;
