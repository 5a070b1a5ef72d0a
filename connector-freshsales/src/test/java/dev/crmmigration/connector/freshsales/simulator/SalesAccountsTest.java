package dev.crmmigration.connector.freshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.freshsales.simulator.FreshsalesTestClient.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SalesAccountsTest {

    private static final String PATH = "/api/sales_accounts";

    @Test
    void createsAnAccountAndShowsItWithTheAccountsOffset() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            JsonNode created = client.post(PATH, "{'sales_account':{'name':'Acme','created_at':'2001-01-01'}}")
                    .record();

            assertThat(created.path("id").longValue()).isGreaterThan(Integer.MAX_VALUE);
            assertThat(created.path("created_at").asText()).isEqualTo("2026-03-02T04:00:00-05:00");
            assertThat(client.get(PATH + "/" + created.path("id")).record()).isEqualTo(created);
        }
    }

    @Test
    void refusesMissingLongAndTakenNamesAndBadWebsites() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            client.created(PATH, "{'name':'Acme'}");

            assertThat(client.post(PATH, "{'city':'Sampletown'}").errors()).containsExactly("Name can't be empty");
            assertThat(client.post(PATH, "{'name':'ACME'}").errors()).containsExactly("Name has already been taken");
            assertThat(client.post(PATH, "{'name':'" + "a".repeat(256) + "'}").status())
                    .isEqualTo(400);
            assertThat(client.post(PATH, "{'website':'not a url'}").errors())
                    .containsExactlyInAnyOrder("website is not in required format", "Name can't be empty");
        }
    }

    @Test
    void tellsNamesApartByTheirCase_whenSoSet() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start("accountNameCase", "sensitive")) {
            client.created(PATH, "{'name':'Acme'}");

            assertThat(client.post(PATH, "{'name':'ACME'}").status()).isEqualTo(200);
            assertThat(client.post(PATH, "{'name':'Acme'}").status()).isEqualTo(400);
        }
    }

    @Test
    void dropsBadPhonesAndKeepsEmployeesInSteps() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            JsonNode created = client.post(PATH, "{'name':'Acme','phone':'abc','number_of_employees':27}")
                    .record();

            assertThat(created.path("phone").isNull()).isTrue();
            assertThat(created.path("number_of_employees").asInt()).isEqualTo(11);
        }
    }

    @Test
    void changesOnlyWhatIsSent() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            long id = client.created(PATH, "{'name':'Acme','city':'Sampletown','phone':'+1 202 555 0100'}");
            client.advance(Duration.ofMinutes(1));

            JsonNode updated = client.put(PATH + "/" + id, "{'sales_account':{'city':null,'state':'EX'}}")
                    .record();

            assertThat(updated.path("name").asText()).isEqualTo("Acme");
            assertThat(updated.path("city").isNull()).isTrue();
            assertThat(updated.path("state").asText()).isEqualTo("EX");
            assertThat(updated.path("phone").asText()).isEqualTo("+1 202 555 0100");
            assertThat(updated.path("updated_at").asText()).isEqualTo("2026-03-02T04:01:00-05:00");
        }
    }

    @Test
    void losesLinksForGood_whenAnAccountIsDeleted() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            long parent = client.created(PATH, "{'name':'Acme'}");
            long child = client.created(PATH, "{'name':'Acme East','parent_sales_account_id':" + parent + "}");
            long deal = client.created("/api/deals", "{'name':'D','amount':1,'sales_account_id':" + parent + "}");

            Answer deleted = client.delete(PATH + "/" + parent);
            client.put(PATH + "/" + parent + "/restore", "{}");

            assertThat(deleted.text()).isEqualTo("true");
            assertThat(client.get(PATH + "/" + parent).status()).isEqualTo(200);
            assertThat(client.get(PATH + "/" + child)
                            .record()
                            .path("parent_sales_account_id")
                            .isNull())
                    .isTrue();
            assertThat(client.get("/api/deals/" + deal)
                            .record()
                            .path("sales_account_id")
                            .isNull())
                    .isTrue();
        }
    }

    @Test
    void findsNothingThatWasDeletedOrForgotten() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            long deleted = client.created(PATH, "{'name':'Acme'}");
            long forgotten = client.created(PATH, "{'name':'Bolt'}");

            client.delete(PATH + "/" + deleted);
            client.delete(PATH + "/" + forgotten + "/forget");

            assertThat(client.get(PATH + "/" + deleted).status()).isEqualTo(404);
            assertThat(client.put(PATH + "/" + deleted, "{'city':'A'}").status())
                    .isEqualTo(404);
            assertThat(client.delete(PATH + "/" + deleted).status()).isEqualTo(404);
            assertThat(client.put(PATH + "/" + forgotten + "/restore", "{}").status())
                    .isEqualTo(404);
            assertThat(client.state().at("/deleted/sales_accounts/0").longValue())
                    .isEqualTo(deleted);
        }
    }

    @Test
    void letsTheRecycleBinHoldNames_untilTheyAreForgotten() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start();
                FreshsalesTestClient other = FreshsalesTestClient.start("binBlocks", "off")) {
            long id = client.created(PATH, "{'name':'Acme'}");
            client.delete(PATH + "/" + id);
            other.delete(PATH + "/" + other.created(PATH, "{'name':'Acme'}"));

            assertThat(client.post(PATH, "{'name':'Acme'}").status()).isEqualTo(400);
            assertThat(client.delete(PATH + "/" + id + "/forget").text()).isEqualTo("true");
            assertThat(client.post(PATH, "{'name':'Acme'}").status()).isEqualTo(200);
            assertThat(other.post(PATH, "{'name':'Acme'}").status()).isEqualTo(200);
        }
    }

    @Test
    void upsertsByName() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            String body = "{'unique_identifier':{'name':'Acme'},'sales_account':{'city':'%s'}}";
            Answer first = client.post(PATH + "/upsert", String.format(body, "Sampletown"));
            Answer second = client.post(PATH + "/upsert", String.format(body, "Exampleville"));

            assertThat(first.status()).isEqualTo(201);
            assertThat(first.record().path("name").asText()).isEqualTo("Acme");
            assertThat(second.status()).isEqualTo(200);
            assertThat(second.record().path("id")).isEqualTo(first.record().path("id"));
            assertThat(client.state().path("sales_accounts")).hasSize(1);
        }
    }
}
