package dev.crmmigration.examples.cli.nextcrm;

import static dev.crmmigration.connector.nextcrm.database.InventedBusiness.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.nextcrm.database.NextCrmDatabase;
import dev.crmmigration.engine.Reconciliation;
import dev.crmmigration.engine.RunReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NextCrmDeltaTest {

    private static final Map<String, String> LIMITED = Map.of("leaveOut", "document,documentLink,invoiceAttachment");

    /** What was deleted for good, linked anew and changed, none of which NextCRM's columns of change tell alone. */
    @Test
    void writesWhatChanged_andTakesAwayWhatWasDeletedForGood(@TempDir Path folder) {
        try (Rig rig = new Rig(400, folder, LIMITED, Map.of("sourceDeleted", "delete", "invoices", "leave"))) {
            rig.prepared();
            rig.migration().run();
            JsonNode before = rig.state();
            change(rig.database());

            RunReport delta = rig.migration().delta();

            assertThat(delta.failed()).isEmpty();
            assertThat(delta.gone()).isEmpty();
            Map<String, RunReport.MappingCounts> counts = delta.mappings().stream()
                    .collect(Collectors.toMap(RunReport.MappingCounts::mapping, Function.identity()));
            assertThat(counted(counts, "TaskToActivity")).isEqualTo("0 created, 0 updated, 1 deleted");
            assertThat(counted(counts, "ContactToPerson")).isEqualTo("1 created, 1 updated, 2 deleted");
            assertThat(counted(counts, "ActivityToActivity")).isEqualTo("0 created, 1 updated, 0 deleted");
            assertThat(counted(counts, "LineItemToDealProduct")).isEqualTo("0 created, 1 updated, 0 deleted");
            assertThat(counted(counts, "CampaignToDeal")).isEqualTo("0 created, 2 updated, 0 deleted");
            assertThat(counted(counts, "AccountToOrganization")).isEqualTo("0 created, 0 updated, 0 deleted");
            Reconciliation proof = rig.migration().verify();
            assertThat(proof.closed()).isTrue();
            assertThat(proof.differences()).isEmpty();
            JsonNode after = rig.state();
            assertThat(Rig.all(after, "persons"))
                    .hasSize(Rig.all(before, "persons").size() - 1);
            assertThat(names(after, "persons")).contains("New Person", "Changed Name");
            RunReport again = rig.migration().delta();
            assertThat(again.mappings())
                    .as("a second delta finds nothing")
                    .allMatch(one -> one.created() + one.updated() + one.deleted() == 0);
        }
    }

    private static void change(NextCrmDatabase database) {
        database.run("DELETE FROM \"crm_Accounts_Tasks\" WHERE id = '" + id("account task", 3) + "'");
        database.run(
                "UPDATE \"crm_Contacts\" SET last_name = 'Name', first_name = 'Changed', \"updatedAt\" = now() WHERE id = '"
                        + id("contact", 150) + "'");
        database.run("UPDATE \"crm_Contacts\" SET \"deletedAt\" = now() WHERE id = '" + id("contact", 201) + "'");
        database.run("DELETE FROM \"crm_Contacts\" WHERE id = '" + id("contact", 203) + "'");
        database.run("INSERT INTO \"crm_Contacts\"(id, first_name, last_name, email) VALUES ('" + id("contact", 9000)
                + "', 'New', 'Person', 'new@people.example')");
        // The links of an activity are changed without a word in the activity itself
        database.run("UPDATE \"crm_ActivityLinks\" SET \"entityId\" = '" + id("contact", 210)
                + "' WHERE \"activityId\" = '" + id("activity", 4) + "' AND \"entityType\" = 'contact'");
        database.run("UPDATE \"crm_OpportunityLineItems\" SET quantity = 77 WHERE id = '" + id("line", 1) + "'");
        database.run("UPDATE \"crm_campaigns\" SET status = 'sent', \"updatedAt\" = now() WHERE id = '"
                + id("campaign", 1) + "'");
    }

    private static String counted(Map<String, RunReport.MappingCounts> counts, String mapping) {
        RunReport.MappingCounts count = counts.get(mapping);
        assertThat(count).as(mapping).isNotNull();
        return count.created() + " created, " + count.updated() + " updated, " + count.deleted() + " deleted";
    }

    private static List<String> names(JsonNode state, String object) {
        List<JsonNode> all = Rig.all(state, object);
        return IntStream.range(0, all.size())
                .mapToObj(i -> all.get(i).path("name").asText())
                .toList();
    }
}
