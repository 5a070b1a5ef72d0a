package dev.crmmigration.connector.freshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class DealsTest {

    private static final String PATH = "/api/deals";

    @Test
    void beginsInTheFirstStageOfTheDefaultPipeline() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            JsonNode deal =
                    client.post(PATH, "{'deal':{'name':'D','amount':20}}").record();

            assertThat(deal.path("deal_stage_id").longValue()).isEqualTo(client.selected("deal_stages", "New"));
            assertThat(deal.path("amount").textValue()).isEqualTo("20.0");
            assertThat(deal.path("probability").asInt()).isEqualTo(10);
            assertThat(client.post(PATH, "{'name':'D','amount':1234.5}")
                            .record()
                            .path("amount")
                            .textValue())
                    .isEqualTo("1234.5");
        }
    }

    @Test
    void refusesWhatIsMissingOrNoAmount() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            assertThat(client.post(PATH, "{'deal':{'tags':[]}}").errors())
                    .containsExactly("Deal name can't be empty", "Deal value can't be empty");
            assertThat(client.post(PATH, "{'name':'D','amount':'abc'}").status())
                    .isEqualTo(400);
            assertThat(client.post(PATH, "{'name':'D','amount':9007199254740992}")
                            .status())
                    .isEqualTo(400);
            assertThat(client.post(PATH, "{'name':'D','amount':-5}").status()).isEqualTo(200);
        }
    }

    @Test
    void dropsABadCloseDateWithoutAWord() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            JsonNode deal = client.post(PATH, "{'name':'D','amount':1,'expected_close':'31.12.2026'}")
                    .record();

            assertThat(deal.path("expected_close").isNull()).isTrue();
        }
    }

    @Test
    void letsTheProbabilityFollowTheStage() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start();
                FreshsalesTestClient other = FreshsalesTestClient.start("probabilityWithStage", "kept")) {
            String body = "{'name':'D','amount':1,'probability':77,'deal_stage_id':%d}";
            JsonNode deal = client.post(PATH, String.format(body, client.selected("deal_stages", "Qualification")))
                    .record();
            JsonNode kept = other.post(PATH, String.format(body, other.selected("deal_stages", "Qualification")))
                    .record();

            assertThat(deal.path("probability").asInt()).isEqualTo(30);
            assertThat(kept.path("probability").asInt()).isEqualTo(77);
            assertThat(client.put(PATH + "/" + deal.path("id"), "{'probability':77}")
                            .record()
                            .path("probability")
                            .asInt())
                    .isEqualTo(77);
        }
    }

    @Test
    void refusesAStageOfAnotherPipeline() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            long renewals = client.selected("deal_pipelines", "Renewals");
            long stage = client.selected("deal_stages", "Demo");
            String body = "{'name':'D','amount':1,'deal_pipeline_id':%d%s}";

            assertThat(client.post(PATH, String.format(body, renewals, ",'deal_stage_id':" + stage))
                            .errors())
                    .containsExactly("Deal stage doesn't exist");
            long id = client.created(PATH, String.format(body, renewals, ""));
            assertThat(client.get(PATH + "/" + id + "?include=deal_stage")
                            .json()
                            .at("/deal_stages/0/name")
                            .asText())
                    .isEqualTo("Due");
        }
    }

    @Test
    void linksAnAccountByIdOrNameAndAddsContacts() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            long robin = client.created("/api/contacts", "{'emails':'a@one.example'}");
            long alex = client.created("/api/contacts", "{'emails':'b@one.example'}");
            long id = client.created(
                    PATH,
                    "{'name':'D','amount':1,'sales_account':{'name':'Acme'},'contacts_added_list':[" + robin + "]}");

            client.put(PATH + "/" + id, "{'contacts_added_list':[" + alex + "]}");
            JsonNode shown = client.get(PATH + "/" + id + "?include=contacts,sales_account")
                    .json();

            assertThat(shown.at("/deal/contact_ids").toString()).isEqualTo("[" + robin + "," + alex + "]");
            assertThat(shown.at("/sales_accounts/0/name").asText()).isEqualTo("Acme");
            assertThat(client.put(PATH + "/" + id, "{'sales_account_id':1}").status())
                    .isEqualTo(400);
        }
    }

    @Test
    void needsAnAccountAndCustomFields_whenTheTenantIsStrict() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start("tenant", "strict")) {
            long account = client.created("/api/sales_accounts", "{'name':'Acme'}");
            String body = "{'name':'D','amount':1,'sales_account_id':" + account + ",'custom_field':{%s}}";

            assertThat(client.post(PATH, "{'name':'D','amount':1}").errors())
                    .containsExactly("Account name can't be empty", "Delivery Region can't be empty");
            assertThat(client.post(PATH, String.format(body, "'cf_delivery_region':'East'"))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void closesADeal_whenItIsWon() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            long won = client.selected("deal_stages", "Won");
            String body = "{'name':'D','amount':1,'deal_stage_id':" + won + "%s}";

            assertThat(client.post(PATH, String.format(body, ""))
                            .record()
                            .path("closed_date")
                            .asText())
                    .isEqualTo("2026-03-02");
            assertThat(client.post(PATH, String.format(body, ",'closed_date':'2024-05-06'"))
                            .record()
                            .path("closed_date")
                            .asText())
                    .isEqualTo("2024-05-06");
        }
    }
}
