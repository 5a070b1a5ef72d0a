package dev.crmmigration.examples.cli.nextcrm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.engine.DocumentFormat;
import dev.crmmigration.engine.DocumentName;
import dev.crmmigration.engine.Reconciliation;
import dev.crmmigration.engine.RollbackReport;
import dev.crmmigration.engine.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NextCrmToPipedriveTest {

    private static final int CONTACTS = 400;

    private static List<String> lines(Path workspace, String file) throws IOException {
        return Files.readAllLines(workspace.resolve("reports").resolve(file));
    }

    /** Returns the stages of a pipeline, each with its probability. */
    private static List<String> stages(JsonNode state, String pipeline) {
        String id = Rig.all(state, "pipelines").stream()
                .filter(one -> one.path("name").asText().equals(pipeline))
                .map(one -> one.path("id").asText())
                .findFirst()
                .orElseThrow();
        return Rig.all(state, "stages").stream()
                .filter(stage -> stage.path("pipeline_id").asText().equals(id))
                .filter(stage -> !stage.path("is_deleted").asBoolean())
                .map(stage -> stage.path("name").asText() + " "
                        + stage.path("deal_probability").asText())
                .toList();
    }

    @Test
    void closesAllCounts_readsEveryValueBack_andTakesItAllBack(@TempDir Path folder) throws IOException {
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
            assertThat(stages(rig.state(), "Partner business"))
                    .containsExactly(
                            "New 10",
                            "Need analysis 25",
                            "Offer sent 30",
                            "Offer sent (2) 45",
                            "Signing 95",
                            "Realization 100");
            List<String> invoices = lines(folder, "invoices.csv");
            assertThat(invoices.get(0)).startsWith("Invoice id,Type,Number,Status,Account,Issued on,Due on,Currency,");
            assertThat(invoices).hasSize(1 + (int) rig.database().number("SELECT count(*) FROM \"Invoices\""));
            assertThat(invoices).anyMatch(line -> line.contains(",CREDIT_NOTE,") && line.matches(".*,-[0-9.]+,.*"));
            assertThat(lines(folder, "invoice-lines.csv"))
                    .hasSize(1 + (int) rig.database().number("SELECT count(*) FROM \"Invoice_LineItems\""));
            assertThat(rig.migration().document(DocumentName.DOCUMENTED_RECORDS, DocumentFormat.MARKDOWN))
                    .contains("invoices.csv", "invoice-lines.csv", "invoice-payments.csv", "Invoice Ninja");
            RollbackReport back = rig.migration().rollback();
            assertThat(back.proven()).isTrue();
            assertThat(back.residue()).isEmpty();
        }
    }
}
