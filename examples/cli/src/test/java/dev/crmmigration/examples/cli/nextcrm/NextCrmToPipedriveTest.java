package dev.crmmigration.examples.cli.nextcrm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.engine.Reconciliation;
import dev.crmmigration.engine.RollbackReport;
import dev.crmmigration.engine.RunReport;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NextCrmToPipedriveTest {

    /** A multiple of 400; {@code -Dnextcrm.contacts=50000} tells the same of a larger business, which takes long. */
    private static final int CONTACTS = Integer.getInteger("nextcrm.contacts", 400);

    @Test
    void closesAllCounts_readsEveryValueBack_andTakesItAllBack(@TempDir Path folder) {
        try (Rig rig = new Rig(CONTACTS, folder, Map.of(), Map.of())) {
            rig.prepared();
            RunReport run = rig.migration().run();
            Reconciliation proof = rig.migration().verify();

            assertThat(run.failed()).isEmpty();
            assertThat(run.held())
                    .as("what is linked to deleted records only, and files without a store")
                    .extracting(held -> held.mapping() + " " + held.reason())
                    .containsExactlyInAnyOrder(
                            "ActivityToActivity REFERENCE participants",
                            "DocumentToFile CONTENT $content",
                            "InvoiceToCsv CONTENT $content");
            assertThat(proof.closed()).isTrue();
            assertThat(proof.objects()).allMatch(Reconciliation.ObjectCounts::closes);
            assertThat(proof.verified()).allMatch(object -> object.equal() == object.records());
            assertThat(proof.differences()).isEmpty();
            RollbackReport back = rig.migration().rollback();
            assertThat(back.proven()).isTrue();
            assertThat(back.residue()).isEmpty();
        }
    }
}
