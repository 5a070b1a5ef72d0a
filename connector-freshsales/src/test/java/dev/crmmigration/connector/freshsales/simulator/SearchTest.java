package dev.crmmigration.connector.freshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SearchTest {

    private static final String LOOKUP = "/api/lookup?q=a@one.example&f=email&entities=contact";

    @Test
    void findsANewRecordOnlyAfterTheLag() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            long id = client.created("/api/contacts", "{'emails':'a@one.example','first_name':'Robin'}");
            assertThat(client.get(LOOKUP).json().at("/contacts/contacts")).isEmpty();
            assertThat(client.get("/api/search?q=robin&include=contact").text()).isEqualTo("[]");
            assertThat(client.get("/api/contacts/" + id).status()).isEqualTo(200);

            client.advance(Duration.ofSeconds(5));

            assertThat(client.get(LOOKUP).json().at("/contacts/contacts/0/id").longValue())
                    .isEqualTo(id);
            JsonNode hits =
                    client.get("/api/search?q=robin&include=contact,deal").json();
            assertThat(hits).hasSize(1);
            assertThat(hits.at("/0/id").textValue()).isEqualTo(Long.toString(id));
            assertThat(hits.at("/0/type").asText()).isEqualTo("contact");
        }
    }

    @Test
    void findsTheOldValueUntilTheLagIsOver() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start("lag", "PT20S")) {
            long id = client.created("/api/contacts", "{'emails':'a@one.example'}");
            client.advance(Duration.ofSeconds(20));
            client.put("/api/contacts/" + id, "{'emails':'b@one.example'}");

            client.advance(Duration.ofSeconds(19));
            assertThat(client.get(LOOKUP).json().at("/contacts/contacts")).hasSize(1);
            client.advance(Duration.ofSeconds(1));
            assertThat(client.get(LOOKUP).json().at("/contacts/contacts")).isEmpty();
        }
    }

    @Test
    void finds_whatIsDeleted_untilTheLagIsOver() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            long id = client.created("/api/contacts", "{'emails':'a@one.example'}");
            client.advance(Duration.ofSeconds(5));

            client.delete("/api/contacts/" + id);

            assertThat(client.get(LOOKUP).json().at("/contacts/contacts")).hasSize(1);
            client.advance(Duration.ofSeconds(5));
            assertThat(client.get(LOOKUP).json().at("/contacts/contacts")).isEmpty();
        }
    }

    @Test
    void filtersByEmailsFieldsAndDates() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start("lag", "PT0S")) {
            client.edit("{'object':'deal_fields','add':{'label':'Legacy'}}");
            client.created("/api/contacts", "{'emails':['a@one.example','b@one.example']}");
            client.created("/api/deals", "{'name':'D','amount':1,'custom_field':{'cf_legacy':'L-1'}}");

            assertThat(total(client, "contact", "contact_email.email", "is_in", "'b@one.example'"))
                    .isEqualTo(1);
            assertThat(total(client, "contact", "contact_email.email", "is_in", "['x@one.example','a@one.example']"))
                    .isEqualTo(1);
            assertThat(total(client, "contact", "contact_email.email", "contains", "'ONE'"))
                    .isEqualTo(1);
            assertThat(total(client, "deal", "cf_legacy", "is_in", "'L-1'")).isEqualTo(1);
            assertThat(total(client, "deal", "cf_legacy", "is_in", "'L-2'")).isZero();
            assertThat(total(client, "deal", "created_at", "is_after", "'2026-03-01T00:00:00Z'"))
                    .isEqualTo(1);
            assertThat(total(client, "deal", "created_at", "is_after", "'2026-03-03T00:00:00Z'"))
                    .isZero();
            assertThat(client.post(
                                    "/api/filtered_search/deal",
                                    "{'filter_rule':[{'attribute':'nothing','operator':'is_in','value':'x'}]}")
                            .status())
                    .isEqualTo(400);
        }
    }

    private static int total(
            FreshsalesTestClient client, String entity, String attribute, String operator, String value) {
        String rule = "{'attribute':'" + attribute + "','operator':'" + operator + "','value':" + value + "}";
        return client.post("/api/filtered_search/" + entity + "?page=1&per_page=10", "{'filter_rule':[" + rule + "]}")
                .json()
                .at("/meta/total")
                .asInt();
    }
}
