package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import dev.crmmigration.testkit.simulator.FaultScript;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {

    private static final String PERSONS = "/api/v2/persons";
    private static final String BODY = "{'name':'Robin'}";

    @ParameterizedTest
    @CsvSource({"reset, 0", "reset-after-commit, 1"})
    void losesTheAnswer(String action, int records) {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            faults(client, "[{'method':'POST','path':'^/api/v2/persons$','nth':1,'action':'" + action + "'}]");

            assertThatThrownBy(() -> client.exchange("POST", PERSONS, BODY)).isInstanceOf(IOException.class);

            assertThat(client.state().path("persons").size()).isEqualTo(records);
            assertThat(client.post(PERSONS, BODY).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"status, 0", "status-after-commit, 1"})
    void answersWithAnError(String action, int records) {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            faults(
                    client,
                    "[{'count':1,'action':'" + action
                            + "','status':502,'body':{'success':false,'error':'bad gateway'}}]");

            Answer answer = client.post(PERSONS, BODY);

            assertThat(answer.status()).isEqualTo(502);
            assertThat(answer.error()).isEqualTo("bad gateway");
            assertThat(client.state().path("persons").size()).isEqualTo(records);
            assertThat(client.ledger().path("faults").asInt()).isEqualTo(1);
        }
    }

    @Test
    void answersWithAnUnreadableBody() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            faults(client, "[{'nth':1,'action':'truncate'},{'nth':2,'action':'null-body'}]");

            Answer truncated = client.post(PERSONS, BODY);
            Answer empty = client.post(PERSONS, BODY);

            assertThat(truncated.status()).isEqualTo(200);
            assertThat(truncated.text()).startsWith("{\"success\":true").doesNotEndWith("}}");
            assertThat(empty.text()).isEqualTo("null");
            assertThat(client.state().path("persons").size()).isEqualTo(2);
        }
    }

    @Test
    void refusesWithoutHandling() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            faults(
                    client,
                    "[{'nth':1,'action':'burst-429'},{'nth':2,'action':'daily-429'},{'nth':3,'action':'html-403'},"
                            + "{'nth':4,'action':'401'},{'nth':5,'action':'402'}]");

            Answer burst = client.post(PERSONS, BODY);
            Answer daily = client.post(PERSONS, BODY);
            Answer blocked = client.post(PERSONS, BODY);

            assertThat(burst.status()).isEqualTo(429);
            assertThat(burst.header("x-ratelimit-remaining")).isEqualTo("0");
            assertThat(daily.status()).isEqualTo(429);
            assertThat(daily.header("x-ratelimit-remaining")).isEqualTo("40");
            assertThat(blocked.text()).startsWith("<!DOCTYPE html>");
            assertThat(client.post(PERSONS, BODY).status()).isEqualTo(401);
            assertThat(client.post(PERSONS, BODY).status()).isEqualTo(402);
            assertThat(client.state().path("persons").size()).isZero();
            assertThat(client.ledger().path("violations").asInt()).isZero();
        }
    }

    @Test
    void storesAllButOneField() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            faults(client, "[{'action':'ignore-field','field':'phones'}]");

            Answer answer = client.post(PERSONS, "{'name':'Robin','phones':[{'value':'+12025550100'}]}");

            assertThat(answer.data().path("phones").toString()).isEqualTo("[]");
        }
    }

    @Test
    void deletesAFieldInTheMiddleOfARun() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            String code = client.post("/api/v2/personFields", "{'field_name':'F','field_type':'varchar'}")
                    .data()
                    .path("field_code")
                    .asText();
            String body = "{'name':'Robin','custom_fields':{'" + code + "':'x'}}";
            faults(
                    client,
                    "[{'method':'POST','path':'persons$','nth':2,'action':'edit',"
                            + "'body':{'object':'personFields','id':'" + code + "','delete':true}}]");

            assertThat(client.post(PERSONS, body).status()).isEqualTo(200);
            Answer refused = client.post(PERSONS, body);

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().path("field_code").asText()).isEqualTo(code);
            assertThat(client.state().at("/persons/0/custom_fields").size()).isZero();
        }
    }

    @Test
    void deactivatesAUserInTheMiddleOfARun() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            long user = client.post("/__simulator/edit", "{'object':'users','add':{'name':'Sam'}}")
                    .data()
                    .path("id")
                    .asLong();
            String body = "{'name':'Robin','owner_id':" + user + "}";
            faults(
                    client,
                    "[{'method':'POST','nth':2,'action':'edit','body':{'object':'users','id':" + user
                            + ",'set':{'active_flag':false}}}]");

            assertThat(client.post(PERSONS, body).status()).isEqualTo(200);
            assertThat(client.post(PERSONS, body).error()).contains("owner_id");
        }
    }

    @Test
    void mergesTheRecordAwayBeforeItIsChanged() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created(PERSONS, BODY);
            client.created(PERSONS, "{'name':'Rob'}");
            faults(
                    client,
                    "[{'method':'PATCH','nth':1,'action':'edit','body':{'object':'persons','id':1,'merge_into':2}}]");

            assertThat(client.patch(PERSONS + "/1", "{'name':'Robin A.'}").status())
                    .isEqualTo(404);
            assertThat(client.state().path("persons").findValuesAsText("id")).containsExactly("2");
        }
    }

    @Test
    void breaksTheSameRequests_whenTheSeedIsTheSame() {
        assertThat(brokenRequests()).isEqualTo(brokenRequests()).contains("5").contains("2");
    }

    private static String brokenRequests() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            faults(client, "{'seed':4,'rules':[{'probability':0.3,'action':'status','status':503}]}");
            StringBuilder statuses = new StringBuilder();
            for (int i = 0; i < 30; i++) {
                statuses.append(client.get(PERSONS).status() / 100);
            }
            return statuses.toString();
        }
    }

    @Test
    void comesBackToNormal_whenTheFaultsAreCleared() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            faults(client, "[{'every':2,'action':'status'}]");
            assertThat(client.get(PERSONS).status()).isEqualTo(200);
            assertThat(client.get(PERSONS).status()).isEqualTo(503);

            client.delete("/__simulator/faults");

            assertThat(client.get(PERSONS).status()).isEqualTo(200);
            assertThat(client.get(PERSONS).status()).isEqualTo(200);
        }
    }

    @Test
    void takesFaultsFromJava() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.simulator().inject(FaultScript.parse("[{\"action\":\"status\",\"status\":500}]"));

            assertThat(client.get(PERSONS).status()).isEqualTo(500);
        }
    }

    private static void faults(PipedriveTestClient client, String script) {
        assertThat(client.post("/__simulator/faults", script).status()).isEqualTo(200);
    }
}
