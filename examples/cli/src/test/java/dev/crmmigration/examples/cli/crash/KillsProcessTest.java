package dev.crmmigration.examples.cli.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.examples.cli.crash.Stages.Step;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Kills of migrations to Pipedrive. */
@Tag("kills")
class KillsProcessTest extends Kills {

    KillsProcessTest() {
        super(Destinations.PIPEDRIVE);
    }

    @Override
    int writes(Step step) {
        return 6;
    }

    /**
     * The journal is set back to where it was before the run: its intents and outcomes are lost with every kill. The first
     * commits of a run come before its first write.
     */
    @Test
    void findsRecordsTwice_whenTheJournalIsSetBackAfterEveryKill() {
        long duplicates = 0;
        for (int commit : List.of(36, 40, 44, 48)) {
            try (Rig rig = rig()) {
                assertThat(victim(rig, Step.RUN).killedAtCommit(commit, true)).isEqualTo(Victim.KILLED);
                rig.setJournalBackTo(stages().before(Step.RUN));
                try (Migration migration = rig.open()) {
                    assertThat(migration.run().result().completion()).isEqualTo(Completion.COMPLETE);
                    duplicates += rig.truth().duplicates(stages().after(Step.RUN));
                }
            }
        }
        Tally.say("without the journal's protection, 4 kills made " + duplicates + " duplicates");
        assertThat(duplicates).isGreaterThan(4);
    }
}
