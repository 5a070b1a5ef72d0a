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
            System.out.println(run.mappings());
            System.out.println(run.held());
            System.out.println(run.failed());
            System.out.println(run.first());
            Reconciliation proof = rig.migration().verify();
            System.out.println(proof.objects());
            System.out.println(proof.verified());
            System.out.println(proof.differences());

            assertThat(run.failed()).isEmpty();
            assertThat(proof.closed()).isTrue();
            RollbackReport back = rig.migration().rollback();
            assertThat(back.proven()).isTrue();
        }
    }
}
