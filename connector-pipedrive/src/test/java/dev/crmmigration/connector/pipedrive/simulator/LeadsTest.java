package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadsTest {

    private static final String LEADS = "/v1/leads";

    @Test
    void createsALeadOfAPerson() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created("/api/v2/persons", "{'name':'Robin'}");

            Answer answer = client.post(
                    LEADS,
                    "{'title':'Course','person_id':1,'value':{'amount':990.5,'currency':'EUR'},'visible_to':'7',"
                            + "'expected_close_date':'2026-04-01','was_seen':true}");

            assertThat(answer.status()).isEqualTo(201);
            JsonNode lead = answer.data();
            assertThat(lead.path("id").asText()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
            assertThat(lead.path("origin").asText()).isEqualTo("API");
            assertThat(lead.path("add_time").asText()).isEqualTo("2026-03-02T09:00:00.000Z");
            assertThat(lead.path("value").toString()).isEqualTo("{\"amount\":990.5,\"currency\":\"EUR\"}");
            assertThat(lead.path("visible_to").asText()).isEqualTo("7");
            assertThat(client.get(LEADS + "/" + lead.path("id").asText()).data())
                    .isEqualTo(lead);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'title':'A'} | A lead must be linked to a person or an organization",
                "{'person_id':1} | Validation failed: title: This field is missing.",
                "{'title':'A','person_id':1,'add_time':'2020-01-01T00:00:00Z'} | Validation failed: add_time: "
                        + "Parameter 'add_time' is not allowed for this request",
                "{'title':'A','person_id':1,'visible_to':3} | Validation failed: visible_to: "
                        + "This value should be of type string.",
                "{'title':'A','person_id':1,'value':{'amount':1}} | Validation failed: value.currency: "
                        + "This field is missing.",
                "{'title':'A','person_id':1,'value':{'amount':1,'currency':'XXX'}} | Validation failed: "
                        + "value.currency: This value is not a valid currency.",
                "{'title':'A','person_id':1,'label_ids':['0']} | Validation failed: label_ids.0: "
                        + "This is not a valid UUID.",
                "{'title':'A','person_id':1,'label_ids':['adf21080-0e10-11eb-879b-05d71fb426ec']} | "
                        + "label_ids: there is no such lead label",
                "{'title':'A','person_id':9} | person_id: there is no such record of persons"
            })
    void refusesTheLead_whenAParameterIsWrong(String body, String error) {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created("/api/v2/persons", "{'name':'Robin'}");

            Answer answer = client.post(LEADS, body);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.error()).isEqualTo(error);
            assertThat(client.get(LEADS).data().size()).isZero();
        }
    }

    @Test
    void changesOnlyWhatIsSent() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            String id = lead(client, "'value':{'amount':5,'currency':'EUR'},'channel_id':'spring'");
            client.advance(Duration.ofMinutes(1));

            JsonNode lead =
                    client.patch(LEADS + "/" + id, "{'value':null,'title':'B'}").data();

            assertThat(lead.path("title").asText()).isEqualTo("B");
            assertThat(lead.path("value").isNull()).isTrue();
            assertThat(lead.path("channel_id").asText()).isEqualTo("spring");
            assertThat(lead.path("update_time").asText()).isEqualTo("2026-03-02T09:01:00.000Z");
            assertThat(client.patch(LEADS + "/" + id, "{'person_id':null}").status())
                    .isEqualTo(400);
        }
    }

    @Test
    void listsArchivedLeadsApart_andLocksThem() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            String kept = lead(client, "'was_seen':true");
            String archived = lead(client, "'was_seen':false");
            client.patch(LEADS + "/" + archived, "{'is_archived':true}");

            assertThat(client.get(LEADS).data().findValuesAsText("id")).containsExactly(kept);
            assertThat(client.get(LEADS + "/archived").data().findValuesAsText("id"))
                    .containsExactly(archived);
            assertThat(client.patch(LEADS + "/" + archived, "{'title':'X'}").status())
                    .isEqualTo(400);
            assertThat(client.patch(LEADS + "/" + archived, "{'is_archived':false}")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void forgetsADeletedLead() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            String id = lead(client, "'was_seen':true");

            assertThat(client.delete(LEADS + "/" + id).data().path("id").asText())
                    .isEqualTo(id);

            Answer gone = client.get(LEADS + "/" + id);
            assertThat(gone.status()).isEqualTo(404);
            assertThat(gone.error()).isEqualTo("requested lead not found");
            assertThat(gone.json().path("error_info").asText()).isEqualTo("Object was not found.");
            assertThat(client.state().at("/deleted/leads/0").asText()).isEqualTo(id);
            assertThat(client.get(LEADS + "/adf21080-0e10-11eb-879b-05d71fb426ec")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void pagesSortsAndFilters() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created("/api/v2/persons", "{'name':'Robin'}");
            client.created("/api/v2/organizations", "{'name':'Acme'}");
            for (String title : new String[] {"B", "C", "A"}) {
                client.post(LEADS, "{'title':'" + title + "','person_id':1}");
                client.advance(Duration.ofMinutes(1));
            }
            client.post(LEADS, "{'title':'D','organization_id':1}");

            Answer first = client.get(LEADS + "?limit=2");
            assertThat(first.data().findValuesAsText("title")).containsExactly("B", "C");
            assertThat(first.json()
                            .at("/additional_data/more_items_in_collection")
                            .asBoolean())
                    .isTrue();
            assertThat(first.json().at("/additional_data/next_start").asInt()).isEqualTo(2);
            assertThat(client.get(LEADS + "?start=2&limit=2").data().findValuesAsText("title"))
                    .containsExactly("A", "D");
            assertThat(client.get(LEADS + "?sort=title%20DESC").data().findValuesAsText("title"))
                    .containsExactly("D", "C", "B", "A");
            assertThat(client.get(LEADS + "?organization_id=1").data().findValuesAsText("title"))
                    .containsExactly("D");
            assertThat(client.get(LEADS + "?updated_since=2026-03-02T09:02:00Z")
                            .data()
                            .findValuesAsText("title"))
                    .containsExactly("A", "D");
            assertThat(client.get(LEADS + "?sort=secret").status()).isEqualTo(400);
            assertThat(client.get(LEADS + "?organization_id=9").data().isArray())
                    .isTrue();
        }
    }

    @Test
    void appliesAFilter() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created("/api/v2/persons", "{'name':'Robin'}");
            client.created("/api/v2/organizations", "{'name':'Acme'}");
            client.post(LEADS, "{'title':'A','person_id':1}");
            client.post(LEADS, "{'title':'B','organization_id':1}");
            String title = field(client, "/v1/leadFields", "title");
            String name = field(client, "/v1/organizationFields", "name");

            assertThat(client.get(LEADS + "?filter_id=" + filter(client, "lead", title, "A") + "&organization_id=1")
                            .data()
                            .findValuesAsText("title"))
                    .containsExactly("A");
            assertThat(client.get(LEADS + "?filter_id=" + filter(client, "organization", name, "Acme"))
                            .data()
                            .findValuesAsText("title"))
                    .containsExactly("B");
            assertThat(client.get(LEADS + "?filter_id=9").status()).isEqualTo(404);
        }
    }

    private static String field(PipedriveTestClient client, String catalog, String key) {
        for (JsonNode field : client.get(catalog).data()) {
            if (field.path("key").asText().equals(key)) {
                return field.path("id").asText();
            }
        }
        throw new AssertionError("no field " + key);
    }

    private static long filter(PipedriveTestClient client, String object, String field, String value) {
        return client.created(
                "/v1/filters",
                "{'name':'F','type':'leads','conditions':{'glue':'and','conditions':[{'glue':'and','conditions':[{"
                        + "'object':'" + object + "','field_id':'" + field + "','operator':'=','value':'" + value
                        + "'}]},{'glue':'or','conditions':[]}]}}");
    }

    @Test
    void nestsThePaging_whenTheAccountDoes() {
        try (PipedriveTestClient client = PipedriveTestClient.start("leadPaging", "nested")) {
            assertThat(client.get(LEADS)
                            .json()
                            .at("/additional_data/pagination/limit")
                            .asInt())
                    .isEqualTo(100);
        }
    }

    @Test
    void countsAmongTheOpenDeals() {
        try (PipedriveTestClient client = PipedriveTestClient.start("plan", "lite")) {
            client.created("/api/v2/persons", "{'name':'Robin'}");
            client.post("/__simulator/seed", "{'deals':2499}");
            assertThat(client.post(LEADS, "{'title':'A','person_id':1}").status())
                    .isEqualTo(201);

            Answer answer = client.post(LEADS, "{'title':'B','person_id':1}");

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("feature_capping_deals_limit");
            assertThat(client.post("/api/v2/deals", "{'title':'C'}").status()).isEqualTo(403);
        }
    }

    @Test
    void isTheParentOfActivitiesAndNotes() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            String id = lead(client, "'was_seen':true");
            client.created("/api/v2/activities", "{'subject':'Late','lead_id':'" + id + "','due_date':'2026-05-01'}");
            client.created("/api/v2/activities", "{'subject':'Soon','lead_id':'" + id + "','due_date':'2026-04-01'}");

            Answer note = client.post("/v1/notes", "{'content':'Hi','lead_id':'" + id + "'}");

            assertThat(note.data().at("/lead/title").asText()).isEqualTo("Lead");
            assertThat(client.get("/v1/notes?lead_id=" + id).data().size()).isEqualTo(1);
            assertThat(client.get(LEADS + "/" + id)
                            .data()
                            .path("next_activity_id")
                            .asInt())
                    .isEqualTo(2);
            String foreign = "'lead_id':'adf21080-0e10-11eb-879b-05d71fb426ec'}";
            assertThat(client.post("/v1/notes", "{'content':'Hi'," + foreign).status())
                    .isEqualTo(400);
            assertThat(client.post("/api/v2/activities", "{" + foreign).status())
                    .isEqualTo(400);
        }
    }

    @Test
    void followsItsPerson_whenThatIsMerged() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            String id = lead(client, "'was_seen':true");
            long survivor = client.created("/api/v2/persons", "{'name':'Alex'}");

            client.send("PUT", "/v1/persons/1/merge", "{'merge_with_id':" + survivor + "}");

            assertThat(client.get(LEADS + "/" + id).data().path("person_id").asLong())
                    .isEqualTo(survivor);
        }
    }

    @Test
    void searchesTitles() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            String id = lead(client, "'value':{'amount':5,'currency':'EUR'}");

            JsonNode item = client.get("/v1/leads/search?term=LEA").data().at("/items/0/item");

            assertThat(item.path("id").asText()).isEqualTo(id);
            assertThat(item.at("/person/name").asText()).isEqualTo("Robin");
            assertThat(item.path("value").asInt()).isEqualTo(5);
            assertThat(client.get("/v1/leads/search?term=LEA&exact_match=true")
                            .data()
                            .path("items")
                            .size())
                    .isZero();
        }
    }

    @Test
    void keepsItsLabels_untilTheyAreDeleted() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            String hot = client.post("/v1/leadLabels", "{'name':'Hot','color':'red'}")
                    .data()
                    .path("id")
                    .asText();
            String id = lead(client, "'label_ids':['" + hot + "']");
            assertThat(client.patch("/v1/leadLabels/" + hot, "{'color':'pink'}")
                            .data()
                            .path("color")
                            .asText())
                    .isEqualTo("pink");
            assertThat(client.post("/v1/leadLabels", "{'name':'X','color':'mauve'}")
                            .status())
                    .isEqualTo(400);
            assertThat(client.get(LEADS + "/" + id).data().at("/label_ids/0").asText())
                    .isEqualTo(hot);

            client.delete("/v1/leadLabels/" + hot);

            assertThat(client.get("/v1/leadLabels").data().findValuesAsText("name"))
                    .doesNotContain("Hot");
            assertThat(client.get(LEADS + "/" + id).data().path("label_ids").size())
                    .isZero();
        }
    }

    @Test
    void comesFromOneOfTheSources() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            assertThat(client.get("/v1/leadSources").data().findValuesAsText("name"))
                    .contains("API", "Import")
                    .hasSize(10);
        }
    }

    @Test
    void isEditedByAPerson() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            String id = lead(client, "'was_seen':true");

            client.post("/__simulator/edit", "{'object':'leads','id':'" + id + "','set':{'title':'Theirs'}}");

            assertThat(client.state().at("/leads/0/title").asText()).isEqualTo("Theirs");
            client.post("/__simulator/edit", "{'object':'leads','id':'" + id + "','delete':true}");
            assertThat(client.get(LEADS + "/" + id).status()).isEqualTo(404);
        }
    }

    static String lead(PipedriveTestClient client, String members) {
        if (client.get("/api/v2/persons/1").status() == 404) {
            client.created("/api/v2/persons", "{'name':'Robin'}");
        }
        Answer answer = client.post(LEADS, "{'title':'Lead','person_id':1," + members + "}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.data().path("id").asText();
    }
}
