package dev.crmmigration.connector.freshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class ContactsTest {

    private static final String PATH = "/api/contacts";

    @Test
    void takesAllThreeFormsOfEmails() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            JsonNode text =
                    client.post(PATH, "{'contact':{'emails':'a@one.example'}}").record();
            JsonNode list = client.post(PATH, "{'contact':{'emails':['b@one.example','c@one.example']}}")
                    .record();
            JsonNode objects = client.post(
                            PATH,
                            "{'contact':{'emails':[{'value':'d@one.example'},{'value':'e@one.example','is_primary':true}]}}")
                    .record();

            assertThat(text.path("email").asText()).isEqualTo("a@one.example");
            assertThat(text.path("display_name").asText()).isEqualTo("a@one.example");
            assertThat(list.path("emails")).hasSize(2);
            assertThat(list.path("email").asText()).isEqualTo("b@one.example");
            assertThat(objects.path("email").asText()).isEqualTo("e@one.example");
        }
    }

    @Test
    void refusesMissingBadAndTakenValuesAllAtOnce() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            client.created(PATH, "{'emails':'a@one.example','mobile_number':'+1 202 555 0101','external_id':'17'}");

            assertThat(client.post(PATH, "{'mobile_number':'+1 202 555 0102'}").errors())
                    .containsExactly("Need to fill this Email");
            assertThat(client.post(PATH, "{'emails':'no address'}").errors()).containsExactly("invalid email address");
            assertThat(client.post(
                                    PATH,
                                    "{'emails':'A@ONE.example','mobile_number':'+1 202 555 0101','external_id':'17'}")
                            .errors())
                    .containsExactlyInAnyOrder(
                            "+1 202 555 0101 already exists.", "17 already exists.", "A@ONE.example already exists.");
            assertThat(client.post(PATH, "{'emails':'b@one.example','first_name':'" + "a".repeat(300) + "'}")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void allowsTheSameEmailTwice_whenTheAccountDoes() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start("uniqueEmail", "off")) {
            client.created(PATH, "{'emails':'a@one.example'}");

            assertThat(client.post(PATH, "{'emails':'a@one.example'}").status()).isEqualTo(200);
        }
    }

    @Test
    void movesAContactToTheStageOfItsStatus() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            JsonNode created = client.post(PATH, "{'emails':'a@one.example'}").record();
            long lead = client.selected("lifecycle_stages", "Lead");
            long qualified = client.selected("contact_statuses", "Qualified");

            JsonNode moved = client.put(
                            PATH + "/" + created.path("id"), "{'contact':{'contact_status_id':" + qualified + "}}")
                    .record();

            assertThat(created.path("lifecycle_stage_id").longValue()).isEqualTo(lead);
            assertThat(created.path("contact_status_id").longValue())
                    .isEqualTo(client.selected("contact_statuses", "New"));
            assertThat(moved.path("lifecycle_stage_id").longValue())
                    .isEqualTo(client.selected("lifecycle_stages", "Sales Qualified Lead"));
            assertThat(client.post(PATH, "{'emails':'b@one.example','contact_status_id':1}")
                            .errors())
                    .containsExactly("Invalid contact status provided.");
            assertThat(client.post(PATH, "{'emails':'b@one.example','lifecycle_stage_id':1}")
                            .errors())
                    .containsExactly("Invalid lifecycle stage provided.");
            assertThat(client.post(
                                    PATH,
                                    "{'emails':'b@one.example','lifecycle_stage_id':" + lead + ",'contact_status_id':"
                                            + qualified + "}")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void replacesTheWholeListOfAccounts() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            long one = client.created("/api/sales_accounts", "{'name':'Acme'}");
            long two = client.created("/api/sales_accounts", "{'name':'Bolt'}");
            String list = "{'contact':{'emails':'a@one.example','sales_accounts':[{'id':%d,'is_primary':%s}]}}";
            long id = client.created(PATH, String.format(list, one, "true"));

            client.put(PATH + "/" + id, String.format(list, two, "true"));
            JsonNode shown = client.get(PATH + "/" + id + "?include=sales_accounts,owner")
                    .json();

            assertThat(shown.at("/contact/sales_accounts").findValuesAsText("name"))
                    .containsExactly("Bolt");
            assertThat(shown.at("/users/0/display_name").asText()).isEqualTo("Ada Admin");
            assertThat(client.get(PATH + "/" + id).record().has("sales_accounts"))
                    .isFalse();
            assertThat(client.put(PATH + "/" + id, String.format(list, one, "false"))
                            .status())
                    .isEqualTo(400);
            assertThat(client.put(PATH + "/" + id, String.format(list, 1, "true"))
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void refusesMoreThanTenAccounts() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            StringBuilder links = new StringBuilder();
            for (int i = 0; i < 11; i++) {
                long id = client.created("/api/sales_accounts", "{'name':'Acme " + i + "'}");
                links.append(i == 0 ? "" : ",")
                        .append("{'id':")
                        .append(id)
                        .append(",'is_primary':")
                        .append(i == 0)
                        .append('}');
            }

            assertThat(client.post(PATH, "{'emails':'a@one.example','sales_accounts':[" + links + "]}")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void upsertsByEveryUniqueField_orByTheDocumentedOnesAlone() {
        String body = "{'unique_identifier':{'external_id':'17'},'contact':{'emails':'a@one.example'}}";
        try (FreshsalesTestClient client = FreshsalesTestClient.start();
                FreshsalesTestClient other = FreshsalesTestClient.start("upsertKeys", "documented")) {
            JsonNode created = client.post(PATH + "/upsert", body).record();

            assertThat(created.path("external_id").asText()).isEqualTo("17");
            assertThat(client.post(PATH + "/upsert", body).status()).isEqualTo(200);
            assertThat(other.post(PATH + "/upsert", body).status()).isEqualTo(400);
            assertThat(other.post(
                                    PATH + "/upsert",
                                    "{'unique_identifier':{'emails':'a@one.example'},'contact':{'first_name':'A'}}")
                            .record()
                            .path("email")
                            .asText())
                    .isEqualTo("a@one.example");
        }
    }

    @Test
    void hidesOthersRecords_whenTheKeyIsNoAdministrators() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start("admin", "off")) {
            long sam = client.selected("owners", "Sam Seller");
            long own = client.created(PATH, "{'emails':'a@one.example'}");
            long others = client.created(PATH, "{'emails':'b@one.example','owner_id':" + sam + "}");

            assertThat(client.get(PATH + "/" + own).status()).isEqualTo(200);
            assertThat(client.get(PATH + "/" + others).status()).isEqualTo(403);
            assertThat(client.get(PATH + "/view/" + client.view("contacts", "All Contacts"))
                            .json()
                            .at("/meta/total")
                            .asInt())
                    .isEqualTo(1);
        }
    }
}
