package dev.crmmigration.connector.freshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewsTest {

    private static String contact(int number) {
        return "{'emails':'c" + number + "@one.example','first_name':'C" + number + "'}";
    }

    @Test
    void pagesThroughAView() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            for (int i = 0; i < 7; i++) {
                client.created("/api/contacts", contact(i));
            }
            String view = "/api/contacts/view/" + client.view("contacts", "All Contacts");

            JsonNode second = client.get(view + "?page=2&per_page=3&sort=first_name&sort_type=desc")
                    .json();

            assertThat(second.path("contacts").findValuesAsText("first_name")).containsExactly("C3", "C2", "C1");
            assertThat(second.path("meta").toString()).isEqualTo("{\"total_pages\":3,\"total\":7}");
            assertThat(client.get(view + "?page=4&per_page=3").json().path("contacts"))
                    .isEmpty();
            assertThat(client.get(view + "?per_page=0").json().path("contacts")).isEmpty();
        }
    }

    @Test
    void showsTwentyFiveRecordsOrAtMostAHundred() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            client.post("/__simulator/seed", "{'contacts':120}");
            String view = "/api/contacts/view/" + client.view("contacts", "All Contacts");

            assertThat(client.get(view).json().path("contacts")).hasSize(25);
            assertThat(client.get(view + "?per_page=1000").json().path("contacts"))
                    .hasSize(100);
        }
    }

    @Test
    void refusesAGuessedViewAndOneOfAnotherObject() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            assertThat(client.get("/api/contacts/view/1").status()).isEqualTo(403);
            assertThat(client.get("/api/contacts/view/" + client.view("deals", "All Deals"))
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void showsDeletedRecordsInTheRecycleBinAlone() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            long id = client.created("/api/contacts", contact(1));
            client.delete("/api/contacts/" + id);

            assertThat(client.get("/api/contacts/view/" + client.view("contacts", "All Contacts"))
                            .json()
                            .path("contacts"))
                    .isEmpty();
            assertThat(client.get("/api/contacts/view/" + client.view("contacts", "Recycle Bin"))
                            .json()
                            .path("contacts"))
                    .hasSize(1);
        }
    }

    @Test
    void tellsOpenWonAndLostDealsApart() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            for (String stage : List.of("Demo", "Won", "Lost")) {
                long id = client.selected("deal_stages", stage);
                client.created("/api/deals", "{'name':'" + stage + "','amount':1,'deal_stage_id':" + id + "}");
            }

            List<String> names = new ArrayList<>();
            for (String view : List.of("Open Deals", "Won Deals", "Lost Deals")) {
                names.addAll(client.get("/api/deals/view/" + client.view("deals", view))
                        .json()
                        .path("deals")
                        .findValuesAsText("name"));
            }

            assertThat(names).containsExactly("Demo", "Won", "Lost");
        }
    }

    @Test
    void scrollsByTheLastId_whereTheAccountCan() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start();
                FreshsalesTestClient without = FreshsalesTestClient.start("scroll", "off")) {
            client.post("/__simulator/seed", "{'sales_accounts':5}");
            String path = "/api/sales_accounts/scroll/" + client.view("sales_accounts", "All Accounts") + "?limit=2";
            List<String> ids = new ArrayList<>();
            String last = "0";
            for (int i = 0; i < 3; i++) {
                JsonNode page = client.get(path + "&last_fetched_id=" + last).json();
                page.path("sales_accounts")
                        .forEach(account -> ids.add(account.path("id").asText()));
                last = ids.get(ids.size() - 1);
            }

            assertThat(ids).hasSize(5).doesNotHaveDuplicates().isSorted();
            assertThat(without.get("/api/contacts/scroll/" + without.view("contacts", "All Contacts"))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void sortsByTheTimeOfTheLastChange() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            long first = client.created("/api/contacts", contact(1));
            client.created("/api/contacts", contact(2));
            client.advance(Duration.ofSeconds(1));
            client.put("/api/contacts/" + first, "{'city':'Sampletown'}");
            String view = "/api/contacts/view/" + client.view("contacts", "All Contacts");

            assertThat(client.get(view + "?sort=updated_at&sort_type=asc")
                            .json()
                            .path("contacts")
                            .findValuesAsText("first_name"))
                    .containsExactly("C2", "C1");
            assertThat(client.get(view + "?sort=created_at&sort_type=desc")
                            .json()
                            .path("contacts")
                            .findValuesAsText("first_name"))
                    .containsExactly("C2", "C1");
            assertThat(client.get(view + "?sort=updated_at&sort_type=desc")
                            .json()
                            .path("contacts")
                            .findValuesAsText("first_name"))
                    .containsExactly("C1", "C2");
        }
    }
}
