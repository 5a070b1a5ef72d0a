package dev.crmmigration.connector.freshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.freshsales.simulator.FreshsalesTestClient.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JobsTest {

    private static final String PATH = "/api/contacts/bulk_upsert";
    private static final Duration LENGTH = Duration.ofSeconds(4);

    private static String contacts(int count) {
        String items = IntStream.range(0, count)
                .mapToObj(i -> "{'emails':'c" + i + "@one.example','data':{'first_name':'C" + i + "'}}")
                .collect(Collectors.joining(","));
        return "{'contacts':[" + items + "]}";
    }

    /** Queues a job and returns the path of its status. */
    private static String queued(FreshsalesTestClient client, String path, String body) {
        Answer answer = client.post(path, body);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("message").asText()).isNotEmpty();
        return URI.create(answer.json().path("job_status_url").asText()).getPath();
    }

    @Test
    void carriesAJobOutLater_withoutBeingAsked() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            String status = queued(client, PATH, contacts(3));
            assertThat(client.get(status).json().path("status").asText()).isEqualTo("queued");
            assertThat(client.state().path("contacts")).isEmpty();

            client.advance(LENGTH.dividedBy(2));
            assertThat(client.get(status).json().path("progress").asInt()).isEqualTo(50);
            client.advance(LENGTH.dividedBy(2));

            assertThat(client.state().path("contacts")).hasSize(3);
            JsonNode done = client.get(status).json();
            assertThat(done.path("status").asText()).isEqualTo("completed");
            assertThat(done.path("progress").asInt()).isEqualTo(100);
            assertThat(done.path("data")).isEmpty();
            assertThat(done.has("items")).isFalse();
        }
    }

    @Test
    void updatesByKeyAndById() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            long id = client.created("/api/deals", "{'name':'D','amount':1}");
            long account = client.created("/api/sales_accounts", "{'name':'Acme'}");

            queued(client, "/api/deals/bulk_upsert", "{'deals':[{'id':'" + id + "','data':{'amount':5}}]}");
            queued(
                    client,
                    "/api/sales_accounts/bulk_upsert",
                    "{'sales_accounts':[{'name':'acme','data':{'city':'Sampletown'}}]}");
            client.advance(LENGTH);

            assertThat(client.get("/api/deals/" + id).record().path("amount").asText())
                    .isEqualTo("5.0");
            assertThat(client.get("/api/sales_accounts/" + account)
                            .record()
                            .path("city")
                            .asText())
                    .isEqualTo("Sampletown");
        }
    }

    @Test
    void tellsWhatFailed_asMuchAsSet() {
        String body =
                "{'contacts':[{'emails':'a@one.example','data':{}},{'emails':'bad','data':{}},{'id':'1','data':{}}]}";
        try (FreshsalesTestClient detailed = FreshsalesTestClient.start("jobData", "detailed", "jobDone", "success");
                FreshsalesTestClient counting = FreshsalesTestClient.start("jobData", "counts")) {
            String first = queued(detailed, PATH, body);
            String second = queued(counting, PATH, body);
            detailed.advance(LENGTH);
            counting.advance(LENGTH);

            JsonNode report = detailed.get(first).json();
            assertThat(report.path("status").asText()).isEqualTo("success");
            assertThat(report.at("/data/errors").findValuesAsText("index")).containsExactly("1", "2");
            assertThat(counting.get(second).json().path("data").toString())
                    .isEqualTo("{\"total\":3,\"success\":1,\"failed\":2}");
        }
    }

    @Test
    void refusesOrCutsWhatIsTooMuch() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start();
                FreshsalesTestClient cutting = FreshsalesTestClient.start("bulkOversize", "truncate")) {
            queued(cutting, PATH, contacts(101));
            cutting.advance(LENGTH);

            assertThat(client.post(PATH, contacts(101)).status()).isEqualTo(400);
            assertThat(cutting.state().path("contacts")).hasSize(100);
        }
    }

    @Test
    void treatsASecondItemWithTheSameKeyAsSet() {
        String body =
                "{'contacts':[{'emails':'a@one.example','data':{'city':'A'}},{'emails':'a@one.example','data':{'city':'B'}}]}";
        try (FreshsalesTestClient client = FreshsalesTestClient.start();
                FreshsalesTestClient failing = FreshsalesTestClient.start("bulkDuplicates", "fail")) {
            queued(client, PATH, body);
            queued(failing, PATH, body);
            client.advance(LENGTH);
            failing.advance(LENGTH);

            assertThat(client.state().at("/contacts/0/city").asText()).isEqualTo("B");
            assertThat(failing.state().at("/contacts/0/city").asText()).isEqualTo("A");
        }
    }

    @Test
    void failsSomeItems_whenToldTo() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            client.edit("{'object':'jobs','next':'fail-some','items':[0,2]}");
            queued(client, PATH, contacts(4));
            queued(client, PATH, "{'contacts':[{'emails':'x@one.example','data':{}}]}");
            client.advance(LENGTH);

            assertThat(client.state().path("contacts").findValuesAsText("first_name"))
                    .startsWith("C1", "C3");
            assertThat(client.state().path("contacts")).hasSize(3);
        }
    }

    @Test
    void failsAJobAsAWhole_whenToldTo() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            client.edit("{'object':'jobs','next':'fail-all'}");
            String status = queued(client, PATH, contacts(2));
            client.advance(LENGTH);

            assertThat(client.get(status).json().path("status").asText()).isEqualTo("failed");
            assertThat(client.state().path("contacts")).isEmpty();
        }
    }

    @Test
    void neverEndsAJob_whenToldTo() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            client.edit("{'object':'jobs','next':'never-ends'}");
            String ends = queued(client, PATH, contacts(1));
            client.edit("{'object':'jobs','next':'never-says'}");
            String says =
                    queued(client, "/api/sales_accounts/bulk_upsert", "{'sales_accounts':[{'name':'A','data':{}}]}");
            client.advance(Duration.ofDays(1));

            assertThat(client.get(ends).json().path("status").asText()).isEqualTo("in_progress");
            assertThat(client.get(says).json().path("progress").asInt()).isEqualTo(99);
            assertThat(client.state().path("contacts")).isEmpty();
            assertThat(client.state().path("sales_accounts")).hasSize(1);
        }
    }

    @Test
    void deniesAJobThatItHasCarriedOut_whenToldTo() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            client.edit("{'object':'jobs','next':'forgotten'}");
            String status = queued(client, PATH, contacts(1));
            client.advance(LENGTH);

            assertThat(client.get(status).status()).isEqualTo(404);
            assertThat(client.state().path("contacts")).hasSize(1);
        }
    }

    @Test
    void losesTheAnswerOfAJob_byTheFaultScript() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            client.post(
                    "/__simulator/faults",
                    "{'rules':[{'method':'POST','path':'bulk_upsert$','action':'status-after-commit','status':502}]}");

            assertThat(client.post(PATH, contacts(1)).status()).isEqualTo(502);
            client.advance(LENGTH);
            assertThat(client.state().path("contacts")).hasSize(1);
        }
    }

    @Test
    void letsTheFaultScriptSpoilACertainJob() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            client.post(
                    "/__simulator/faults",
                    "{'rules':[{'method':'POST','path':'bulk_upsert$','nth':2,'action':'edit',"
                            + "'body':{'object':'jobs','next':'fail-all'}}]}");
            String first = queued(client, PATH, contacts(1));
            String second = queued(client, PATH, contacts(1));
            client.advance(LENGTH);

            assertThat(client.get(first).json().path("status").asText()).isEqualTo("completed");
            assertThat(client.get(second).json().path("status").asText()).isEqualTo("failed");
        }
    }

    @Test
    void deletesAndAssignsManyAtOnce() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            long account = client.created("/api/sales_accounts", "{'name':'Acme'}");
            long contact =
                    client.created("/api/contacts", "{'emails':'a@one.example','sales_account_id':" + account + "}");
            long sam = client.selected("owners", "Sam Seller");

            client.post("/api/contacts/bulk_assign_owner", "{'selected_ids':[" + contact + "],'owner_id':" + sam + "}");
            assertThat(client.get("/api/contacts/" + contact)
                            .record()
                            .path("owner_id")
                            .longValue())
                    .isEqualTo(sam);
            Answer destroyed = client.post(
                    "/api/sales_accounts/bulk_destroy",
                    "{'selected_ids':[" + account + "],'delete_associated_contacts_deals':true}");

            assertThat(destroyed.json().path("message").asText()).isNotEmpty();
            assertThat(client.state().path("contacts")).isEmpty();
            assertThat(client.state().path("sales_accounts")).isEmpty();
        }
    }
}
