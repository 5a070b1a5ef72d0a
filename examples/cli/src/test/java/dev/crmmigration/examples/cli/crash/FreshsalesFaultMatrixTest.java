package dev.crmmigration.examples.cli.crash;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** All that goes wrong between a migration and a Freshsales account. */
@Tag("kills")
class FreshsalesFaultMatrixTest {

    @Nested
    class OneByOne extends FaultMatrix {

        OneByOne() {
            super(Destinations.FRESHSALES, Faults.of(Destinations.FRESHSALES));
        }
    }

    @Nested
    class InBulk extends FaultMatrix {

        InBulk() {
            super(Destinations.FRESHSALES_IN_BULK, Faults.of(Destinations.FRESHSALES_IN_BULK));
        }
    }
}
