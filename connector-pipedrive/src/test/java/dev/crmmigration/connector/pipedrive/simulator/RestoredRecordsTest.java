package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoredRecordsTest {

    private static final String RELATED = "{'type':'related','rel_owner_org_id':1,'rel_linked_org_id':2}";

    @TempDir
    private Path folder;

    @Test
    void areThoseThatWereSaved() {
        JsonNode before;
        String label;
        String lead;
        try (PipedriveTestClient client = PipedriveTestClient.start(options())) {
            label = label(client);
            lead = LeadsTest.lead(client, "'label_ids':['" + label + "']");
            String gone = LeadsTest.lead(client, "'was_seen':true");
            client.delete("/v1/leads/" + gone);
            client.created("/api/v2/organizations", "{'name':'A'}");
            client.created("/api/v2/organizations", "{'name':'B'}");
            client.post("/v1/organizationRelationships", RELATED);
            client.created("/v1/notes", "{'content':'Hi','lead_id':'" + lead + "'}");
            client.post("/v1/notes/1/comments", "{'content':'Yes'}");
            client.post(
                    "/v1/webhooks",
                    "{'subscription_url':'https://hooks.example','event_action':'*','event_object':'*','name':'All'}");
            client.post("/v1/personFields", "{'name':'F','field_type':'varchar','add_visible_flag':false}");
            before = client.state();
        }

        try (PipedriveTestClient client = PipedriveTestClient.start(options())) {
            assertThat(client.state()).isEqualTo(before);
            for (String object :
                    List.of("leads", "leadLabels", "organizationRelationships", "noteComments", "webhooks")) {
                assertThat(client.state().path(object).size()).as(object).isEqualTo(1);
            }
            assertThat(client.get("/v1/leads/" + lead).data().at("/label_ids/0").asText())
                    .isEqualTo(label);
            assertThat(client.get("/v1/notes?lead_id=" + lead).data().size()).isEqualTo(1);
            assertThat(client.get("/v1/notes/1/comments").data().size()).isEqualTo(1);
            assertThat(label(client)).isNotEqualTo(label);
            assertThat(LeadsTest.lead(client, "'was_seen':true")).isNotEqualTo(lead);
        }
    }

    @Test
    void areGone_afterAReset() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            LeadsTest.lead(client, "'was_seen':true");
            label(client);

            client.post("/__simulator/reset", "");

            assertThat(client.get("/v1/leads").data().size()).isZero();
            assertThat(client.get("/v1/leadLabels").data().size()).isZero();
        }
    }

    private static String label(PipedriveTestClient client) {
        return client.post("/v1/leadLabels", "{'name':'Hot','color':'red'}")
                .data()
                .path("id")
                .asText();
    }

    private SimulatorOptions.Builder options() {
        return PipedriveTestClient.options("limits", "off").stateFile(folder.resolve("account.json"));
    }
}
