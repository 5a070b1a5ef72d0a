package dev.crmmigration.examples.cli.nextcrm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.Plan;
import dev.crmmigration.engine.Reconciliation;
import dev.crmmigration.engine.RollbackReport;
import dev.crmmigration.engine.RunReport;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * A business of the size that people have, all the way and back. Takes long, and more room than memory has for folders: it
 * runs in the profile full only.
 */
@Tag("full")
class NextCrmWholeTest {

    /** A multiple of 400. */
    private static final int CONTACTS = Integer.getInteger("nextcrm.contacts", 50_000);

    private final StepTimes times = new StepTimes("nextcrm, " + CONTACTS + " contacts");

    @Test
    void closesAllCounts_verifiesEverything_writesADeltaExactly_andTakesItAllBack(
            @TempDir(factory = TempDirFactory.Standard.class) Path folder) {
        try (Rig rig = new Rig(CONTACTS, folder, Map.of(), Map.of("sourceDeleted", "delete"))) {
            Migration migration = rig.migration();
            times.of("extract", migration::extract);
            Plan plan = times.of("plan", migration::plan);
            assertThat(plan.questions()).isEmpty();
            migration.approve("ops@acme.example");
            times.of("prepare", migration::prepare);

            RunReport run = times.of("run", migration::run);

            assertThat(run.failed()).isEmpty();
            assertThat(run.held())
                    .as("what is linked to deleted records only, and files without a store")
                    .extracting(held -> held.mapping() + " " + held.reason())
                    .isSubsetOf(
                            "ActivityToActivity REFERENCE participants",
                            "DocumentToFile CONTENT $content",
                            "InvoiceToCsv CONTENT $content");
            assertProven(times.of("verify", migration::verify));

            new Changes(rig.database(), CONTACTS).happen();
            Changes.assertExact(times.of("delta", migration::delta));
            assertProven(times.of("verify again", migration::verify));

            RollbackReport back = times.of("rollback", () -> migration.rollback());
            assertThat(back.proven()).isTrue();
            assertThat(back.residue()).isEmpty();
            assertThat(Rig.all(rig.state(), "persons")).isEmpty();
        }
    }

    private static void assertProven(Reconciliation proof) {
        assertThat(proof.closed()).isTrue();
        assertThat(proof.objects()).allMatch(Reconciliation.ObjectCounts::closes);
        assertThat(proof.verified()).isNotEmpty().allMatch(object -> object.equal() == object.records());
        assertThat(proof.differences()).isEmpty();
    }
}
