package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibilityTest {

    @ParameterizedTest
    @CsvSource({"persons,name", "organizations,name", "deals,title"})
    void hidesWhatOnlyAnotherOwnerSees(String object, String name) {
        try (PipedriveTestClient client = PipedriveTestClient.start("admin", "off", "visibility", "on")) {
            String path = "/api/v2/" + object;
            long other = otherUser(client);
            client.created(path, "{'" + name + "':'Shared','owner_id':" + other + ",'visible_to':3}");
            client.created(path, "{'" + name + "':'Mine','visible_to':1}");
            client.created(path, "{'" + name + "':'Theirs','owner_id':" + other + ",'visible_to':1}");

            assertThat(client.get(path).data().findValuesAsText(name)).containsExactly("Shared", "Mine");
            assertThat(client.get(path + "?ids=1,2,3").data().size()).isEqualTo(2);
            Answer hidden = client.get(path + "/3");
            assertThat(hidden.status()).isEqualTo(403);
            assertThat(client.patch(path + "/3", "{'" + name + "':'x'}").status())
                    .isEqualTo(403);
            assertThat(client.delete(path + "/3").status()).isEqualTo(403);
            assertThat(client.get(path + "/search?term=Theirs")
                            .data()
                            .path("items")
                            .size())
                    .isZero();
            JsonNode truth = client.state().path(object);
            assertThat(truth.size()).isEqualTo(3);
        }
    }

    @Test
    void hidesLeads() {
        try (PipedriveTestClient client = PipedriveTestClient.start("admin", "off", "visibility", "on")) {
            long other = otherUser(client);
            String hidden = LeadsTest.lead(client, "'visible_to':'1','owner_id':" + other);
            String shown = LeadsTest.lead(client, "'visible_to':'3','owner_id':" + other);

            assertThat(client.get("/v1/leads").data().findValuesAsText("id")).containsExactly(shown);
            assertThat(client.get("/v1/leads/" + hidden).status()).isEqualTo(403);
            assertThat(client.patch("/v1/leads/" + hidden, "{'title':'x'}").status())
                    .isEqualTo(403);
            assertThat(client.get("/v1/leads/" + shown + "/permittedUsers")
                            .data()
                            .size())
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"on,on", "off,off"})
    void hidesNothing_fromAdministratorsOrWithoutTheSwitch(String admin, String visibility) {
        try (PipedriveTestClient client = PipedriveTestClient.start("admin", admin, "visibility", visibility)) {
            long other = otherUser(client);
            client.created("/api/v2/persons", "{'name':'Theirs','owner_id':" + other + ",'visible_to':1}");

            assertThat(client.get("/api/v2/persons").data().size()).isEqualTo(1);
            assertThat(client.get("/api/v2/persons/1").status()).isEqualTo(200);
        }
    }

    private static long otherUser(PipedriveTestClient client) {
        return client.post("/__simulator/edit", "{'object':'users','add':{'name':'Sam','email':'sam@acme.example'}}")
                .data()
                .path("id")
                .asLong();
    }
}
