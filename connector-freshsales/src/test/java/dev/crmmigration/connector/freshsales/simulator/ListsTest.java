package dev.crmmigration.connector.freshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class ListsTest {

    private static JsonNode members(FreshsalesTestClient client, long list) {
        return client.get("/api/contacts/lists/" + list).json().path("contacts");
    }

    private static long list(FreshsalesTestClient client, String name) {
        return client.post("/api/lists", "{'name':'" + name + "'}")
                .json()
                .path("id")
                .longValue();
    }

    @Test
    void putsContactsOnListsAndTakesThemOff() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            long one = list(client, "One");
            long two = list(client, "Two");
            long robin = client.created("/api/contacts", "{'emails':'a@one.example'}");
            long alex = client.created("/api/contacts", "{'emails':'b@one.example'}");

            client.put("/api/lists/" + one + "/add_contacts", "{'ids':[" + robin + "," + alex + "]}");
            client.put("/api/lists/" + one + "/move_contacts", "{'ids':[" + alex + "],'list_id':" + two + "}");

            assertThat(members(client, one).findValuesAsText("email")).containsExactly("a@one.example");
            assertThat(members(client, two).findValuesAsText("email")).containsExactly("b@one.example");
            client.put("/api/lists/" + one + "/remove_contacts", "{'all':true}");
            assertThat(members(client, one)).isEmpty();
        }
    }

    @Test
    void renamesAListAndShowsTheListsOfAContact() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            long list = list(client, "One");
            client.put("/api/lists/" + list, "{'name':'Customers'}");
            long robin = client.created("/api/contacts", "{'emails':'a@one.example','list_ids':[" + list + "]}");

            assertThat(client.get("/api/contacts/" + robin + "?include=lists")
                            .json()
                            .at("/lists/0/name")
                            .asText())
                    .isEqualTo("Customers");
            assertThat(client.get("/api/lists").json().path("lists")).hasSize(1);
            assertThat(client.put("/api/lists/1", "{'name':'X'}").status()).isEqualTo(404);
        }
    }

    @Test
    void replacesTheTagsOfARecord() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            long robin = client.created("/api/contacts", "{'emails':'a@one.example','tags':['a','b']}");

            JsonNode tags = client.put("/api/contacts/" + robin, "{'tags':['c']}")
                    .record()
                    .path("tags");

            assertThat(tags.toString()).isEqualTo("[\"c\"]");
        }
    }

    @Test
    void setsTheTeamOfARecord() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            long robin = client.created("/api/contacts", "{'emails':'a@one.example'}");
            long sam = client.selected("owners", "Sam Seller");
            String path = "/api/contacts/" + robin + "/manage_team_members";

            assertThat(client.post(path, "{'team_users':[" + sam + "]}")
                            .record()
                            .path("team_user_ids")
                            .toString())
                    .isEqualTo("[" + sam + "]");
            assertThat(client.post(path, "{'team_users':[1]}").status()).isEqualTo(400);
        }
    }
}
