package dev.crmmigration.connector.freshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class SelectorsTest {

    @Test
    void showsTheStagesOfTheDefaultPipelineOnly() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            JsonNode stages = client.get("/api/selector/deal_stages").json().path("deal_stages");
            long renewals = client.selected("deal_pipelines", "Renewals");
            JsonNode others = client.get("/api/selector/deal_pipelines/" + renewals + "/deal_stages")
                    .json()
                    .path("deal_stages");

            assertThat(stages.findValuesAsText("name"))
                    .containsExactly("New", "Qualification", "Discovery", "Demo", "Negotiation", "Won", "Lost");
            assertThat(others.findValuesAsText("name")).containsExactly("Due", "Offered", "Won", "Lost");
        }
    }

    @Test
    void listsOwnersAsUsersAndKeepsSelectorsReadOnly() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            client.edit("{'object':'users','add':{'name':'Kim','email':'kim@acme.example'}}");

            assertThat(client.get("/api/selector/owners").json().path("users").findValuesAsText("email"))
                    .contains("ada.admin@acme.example", "kim@acme.example");
            assertThat(client.post("/api/selector/deal_types", "{'name':'X'}").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void showsStatusesByLifecycleStage() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            JsonNode lead = client.get("/api/selector/lifecycle_stages").json().at("/lifecycle_stages/0");

            assertThat(lead.path("contact_status_ids")).hasSize(4);
            assertThat(lead.path("contact_status_ids").get(0).longValue())
                    .isEqualTo(client.selected("contact_statuses", "New"));
        }
    }
}
