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

    @Test
    void closesAllCounts_readsEveryValueBack_andTakesItAllBack(@TempDir Path folder) {
        try (Rig rig = new Rig(400, folder, Map.of(), Map.of())) {
            rig.prepared();
            RunReport run = rig.migration().run();
            Reconciliation proof = rig.migration().verify();

            assertThat(run.failed()).isEmpty();
            assertThat(run.held())
                    .containsExactlyInAnyOrder(
                            new RunReport.ReasonCount("ActivityToActivity", "REFERENCE participants", 1),
                            new RunReport.ReasonCount("DocumentToFile", "CONTENT $content", 11),
                            new RunReport.ReasonCount("InvoiceToCsv", "CONTENT $content", 6));
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
