package dev.crmmigration.connector.freshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.freshsales.simulator.FreshsalesTestClient.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TasksAndAppointmentsTest {

    @Test
    void createsATaskOnItsParent() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            long contact = client.created("/api/contacts", "{'emails':'a@one.example'}");
            Answer created = client.post(
                    "/api/tasks",
                    "{'task':{'title':'Call','due_date':'2025-01-31T10:00:00Z','targetable_type':'Contact','targetable_id':"
                            + contact + "}}");

            assertThat(created.status()).isEqualTo(201);
            assertThat(created.record().path("due_date").asText()).isEqualTo("2025-01-31T05:00:00-05:00");
            assertThat(created.record().at("/targetables/0").toString())
                    .isEqualTo("{\"type\":\"Contact\",\"id\":" + contact + "}");
            assertThat(client.get("/api/contacts/" + contact + "/tasks").json().path("tasks"))
                    .hasSize(1);
        }
    }

    @Test
    void namesAllThatATaskOrAnAppointmentLacks() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            assertThat(client.post("/api/tasks", "{'task':{'description':'x'}}").errors())
                    .containsExactly("Title can't be blank", "Due date can't be blank");
            assertThat(client.post("/api/appointments", "{'appointment':{'location':'x'}}")
                            .errors())
                    .containsExactly("Title can't be blank", "From date can't be blank", "End date can't be blank");
            assertThat(client.post(
                                    "/api/tasks",
                                    "{'title':'A','due_date':'2026-01-01','targetable_type':'Contact','targetable_id':1}")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void completesATaskNow_whateverDateIsSent() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            long id = client.created("/api/tasks", "{'title':'A','due_date':'2026-01-01'}");
            client.advance(Duration.ofHours(1));

            JsonNode done = client.put(
                            "/api/tasks/" + id, "{'task':{'status':1,'completed_date':'2020-01-01T00:00:00Z'}}")
                    .record();

            assertThat(done.path("completed_date").asText()).isEqualTo("2026-03-02T05:00:00-05:00");
            assertThat(client.get("/api/tasks?filter=completed")
                            .json()
                            .at("/meta")
                            .toString())
                    .isEqualTo("{\"total\":1}");
            assertThat(client.get("/api/tasks?filter=open").json().path("tasks"))
                    .isEmpty();
        }
    }

    @Test
    void listsTasksByWhatIsDue() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            client.created("/api/tasks", "{'title':'Today','due_date':'2026-03-02T20:00:00-05:00'}");
            client.created("/api/tasks", "{'title':'Tomorrow','due_date':'2026-03-03T20:00:00-05:00'}");
            client.created("/api/tasks", "{'title':'Late','due_date':'2026-02-01T20:00:00-05:00'}");

            for (String filter : new String[] {"due_today=Today", "due_tomorrow=Tomorrow", "overdue=Late"}) {
                String[] parts = filter.split("=", 2);
                assertThat(client.get("/api/tasks?filter=" + parts[0])
                                .json()
                                .path("tasks")
                                .findValuesAsText("title"))
                        .containsExactly(parts[1]);
            }
            assertThat(client.get("/api/tasks?page=0&per_page=0").text()).isEqualTo("{\"error_code\":500}");
        }
    }

    @Test
    void deletesATaskWithAWordOfItsOwn() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            long id = client.created("/api/tasks", "{'title':'A','due_date':'2026-01-01'}");

            assertThat(client.delete("/api/tasks/" + id).text()).isEqualTo("{\"success\":\"200\"}");
            assertThat(client.get("/api/tasks/" + id).errors())
                    .containsExactly("The task you're looking for is not in the CRM");
            assertThat(client.delete("/api/appointments/1").errors())
                    .containsExactly("The meeting you're looking for is not in the CRM");
        }
    }

    @Test
    void takesRailsTimeZonesAndAttendeesThatAreThere() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            long contact = client.created("/api/contacts", "{'emails':'a@one.example'}");
            long user = client.selected("owners", "Sam Seller");
            String body =
                    "{'appointment':{'title':'M','from_date':'2019-01-01T10:00:00Z','end_date':'2019-01-01T11:00:00Z',"
                            + "'time_zone':'%s','appointment_attendees_attributes':[{'attendee_type':'FdMultitenant::User',"
                            + "'attendee_id':'" + user + "'},{'attendee_type':'Contact','attendee_id':'%d'}]}}";

            Answer created = client.post("/api/appointments", String.format(body, "Chennai", contact));

            assertThat(created.status()).isEqualTo(201);
            assertThat(created.record().path("appointment_attendees").findValuesAsText("attendee_id"))
                    .containsExactly(Long.toString(user), Long.toString(contact));
            assertThat(client.post("/api/appointments", String.format(body, "Asia/Kolkata", contact))
                            .errors())
                    .containsExactly("Not a supported time zone");
            assertThat(client.post("/api/appointments", String.format(body, "Chennai", 1))
                            .status())
                    .isEqualTo(400);
            assertThat(client.get("/api/appointments?filter=past").json().path("appointments"))
                    .hasSize(1);
            assertThat(client.get("/api/appointments?filter=upcoming").json().path("appointments"))
                    .isEmpty();
        }
    }

    @Test
    void showsTheParentAsOlderAnswersDo_whenSoSet() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start("targetables", "single")) {
            long contact = client.created("/api/contacts", "{'emails':'a@one.example'}");
            String body =
                    "{'title':'A','due_date':'2026-01-01','targetable_type':'Contact','targetable_id':" + contact + "}";

            JsonNode task = client.post("/api/tasks", body).record();

            assertThat(task.at("/targetable/id").longValue()).isEqualTo(contact);
            assertThat(task.has("targetables")).isFalse();
        }
    }
}
