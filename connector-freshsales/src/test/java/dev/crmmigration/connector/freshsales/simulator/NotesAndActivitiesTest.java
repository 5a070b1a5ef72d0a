package dev.crmmigration.connector.freshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.freshsales.simulator.FreshsalesTestClient.Answer;
import org.junit.jupiter.api.Test;

class NotesAndActivitiesTest {

    private static String target(String type, long id) {
        return "'targetable_type':'" + type + "','targetable_id':" + id;
    }

    @Test
    void readsNotesThroughTheirParentAlone() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            long contact = client.created("/api/contacts", "{'emails':'a@one.example'}");
            Answer created = client.post(
                    "/api/notes", "{'note':{'description':'<p>Hi</p>'," + target("Contact", contact) + "}}");
            String id = created.record().path("id").asText();
            client.put("/api/notes/" + id, "{'note':{'description':'<p>Hello</p>'}}");

            JsonNode listed = client.get("/api/contacts/" + contact + "/notes").json();

            assertThat(created.status()).isEqualTo(200);
            assertThat(listed.at("/notes/0/description").asText()).isEqualTo("<p>Hello</p>");
            assertThat(listed.at("/meta/total").asInt()).isEqualTo(1);
            assertThat(client.get("/api/notes/" + id).status()).isEqualTo(404);
            assertThat(client.delete("/api/notes/" + id).text()).isEqualTo("true");
            assertThat(client.post("/api/notes", "{'note':{'description':' '}}").errors())
                    .containsExactly("Description can't be empty");
        }
    }

    @Test
    void keepsTheDatesOfASalesActivity() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            long deal = client.created("/api/deals", "{'name':'D','amount':1}");
            long type = client.selected("sales_activity_types", "Phone");
            long owner = client.selected("owners", "Sam Seller");
            String body = "{'sales_activity':{'title':'Call','sales_activity_type_id':" + type + ",'owner_id':" + owner
                    + ",'start_date':'2011-05-06T07:08:09Z','end_date':'2011-05-06T07:38:09Z'%s," + target("Deal", deal)
                    + "}}";

            JsonNode created = client.post("/api/sales_activities", String.format(body, ""))
                    .record();

            assertThat(created.path("start_date").asText()).isEqualTo("2011-05-06T03:08:09-04:00");
            assertThat(client.get("/api/sales_activities?per_page=10")
                            .json()
                            .at("/meta/total")
                            .asInt())
                    .isEqualTo(1);
            long done = client.selected("sales_activity_outcomes", "Done");
            assertThat(client.post("/api/sales_activities", String.format(body, ",'sales_activity_outcome_id':" + done))
                            .errors())
                    .containsExactly("Outcome doesn't exist");
            long message = client.selected("sales_activity_outcomes", "Left message");
            assertThat(client.post(
                                    "/api/sales_activities",
                                    String.format(body, ",'sales_activity_outcome_id':" + message))
                            .status())
                    .isEqualTo(201);
        }
    }

    @Test
    void namesAllThatASalesActivityLacks() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start();
                FreshsalesTestClient lenient = FreshsalesTestClient.start("salesActivityDates", "optional")) {
            String body = "{'sales_activity':{'notes':'x'}}";

            assertThat(client.post("/api/sales_activities", body).errors())
                    .containsExactly(
                            "Title can't be blank",
                            "Start date can't be blank",
                            "End date can't be blank",
                            "Activity type can't be blank",
                            "Sales owner can't be blank",
                            "Targetable can't be blank");
            assertThat(lenient.post("/api/sales_activities", body).errors())
                    .doesNotContain("Start date can't be blank");
        }
    }

    @Test
    void logsACallWithItsNote() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            long contact = client.created("/api/contacts", "{'emails':'a@one.example'}");

            Answer logged = client.post(
                    "/api/phone_calls",
                    "{'phone_call':{'call_direction':true," + target("Contact", contact)
                            + ",'note':{'description':'Hi'}}}");

            assertThat(logged.status()).isEqualTo(201);
            assertThat(logged.json().at("/phone_calls/0/call_direction").asBoolean())
                    .isTrue();
            assertThat(client.get("/api/contacts/" + contact + "/notes").json().path("notes"))
                    .hasSize(1);
            assertThat(client.get("/api/phone_calls").status()).isEqualTo(404);
            assertThat(client.get("/api/contacts/" + contact + "/activities.json")
                            .json()
                            .path("activities"))
                    .hasSize(2);
        }
    }

    @Test
    void forgetsWhatHangsOnAForgottenContact() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            long contact = client.created("/api/contacts", "{'emails':'a@one.example'}");
            client.created("/api/notes", "{'note':{'description':'Hi'," + target("Contact", contact) + "}}");

            client.delete("/api/contacts/" + contact + "/forget");

            assertThat(client.state().path("notes")).isEmpty();
        }
    }
}
