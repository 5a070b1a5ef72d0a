package dev.crmmigration.examples.cli.crash;

import dev.crmmigration.examples.cli.crash.Stages.Step;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** Kills of migrations to Freshsales, where prepare writes no more than a probe and deletes it. */
@Tag("kills")
class FreshsalesKillsProcessTest {

    private static final int PROBE = 2;

    @Nested
    class OneByOne extends Kills {

        OneByOne() {
            super(Destinations.FRESHSALES);
        }

        @Override
        int writes(Step step) {
            return step == Step.PREPARE ? PROBE : 20;
        }
    }

    @Nested
    class InBulk extends Kills {

        InBulk() {
            super(Destinations.FRESHSALES_IN_BULK);
        }

        /** Three jobs, and what goes alone. */
        @Override
        int writes(Step step) {
            return step == Step.PREPARE ? PROBE : 11;
        }
    }
}
