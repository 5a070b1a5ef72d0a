package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadCustomFieldsTest {

    private static final String LEADS = "/v1/leads";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "varchar | '#':'x' | '#':'x'",
                "varchar | '#':5 | '#':'5'",
                "double | '#':'12.5' | '#':12.5",
                "monetary | '#':9,'#_currency':'USD' | '#':9,'#_currency':'USD'",
                "monetary | '#':9 | '#':9,'#_currency':'EUR'",
                "date | '#':'2026-01-31' | '#':'2026-01-31'",
                "daterange | '#':'2026-01-31','#_until':'2026-02-01' | '#':'2026-01-31','#_until':'2026-02-01'",
                "time | '#':'09:30' | '#':'09:30:00','#_timezone_id':null,'#_timezone_name':null",
                "user | '#':null | "
            })
    void keepsTheValue(String type, String sent, String expected) {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            String code = field(client, type, "");

            String id = LeadsTest.lead(client, sent.replace("#", code));

            ObjectMembers members =
                    new ObjectMembers(client.get(LEADS + "/" + id).data(), code);
            assertThat(members.text())
                    .isEqualTo(
                            expected == null ? "" : expected.replace("#", code).replace('\'', '"'));
        }
    }

    @Test
    void keepsTheParts_ofAnAddress() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            String code = field(client, "address", "");

            String id = LeadsTest.lead(
                    client, "'#':'1 Example Street, Sampletown','#_locality':'Sampletown'".replace("#", code));
            client.patch(LEADS + "/" + id, "{'" + code + "_country':'Estonia'}");

            JsonNode lead = client.get(LEADS + "/" + id).data();
            assertThat(lead.path(code).asText()).isEqualTo("1 Example Street, Sampletown");
            assertThat(lead.path(code + "_locality").asText()).isEqualTo("Sampletown");
            assertThat(lead.path(code + "_country").asText()).isEqualTo("Estonia");
        }
    }

    @ParameterizedTest
    @CsvSource({"text,true", "number,false"})
    void writesOptionsAsTheAccountDoes(String answer, boolean isText) {
        try (PipedriveTestClient client = PipedriveTestClient.start("enumInV1", answer)) {
            String code = field(client, "enum", ",'options':[{'label':'A'},{'label':'B'}]");
            long option = client.get("/api/v2/dealFields/" + code)
                    .data()
                    .at("/options/1/id")
                    .asLong();

            String id = LeadsTest.lead(client, "'" + code + "':'" + option + "'");

            JsonNode value = client.get(LEADS + "/" + id).data().path(code);
            assertThat(value.isTextual()).isEqualTo(isText);
            assertThat(value.asLong()).isEqualTo(option);
            assertThat(client.patch(LEADS + "/" + id, "{'" + code + "':1}").status())
                    .isEqualTo(400);
        }
    }

    @Test
    void writesSetsAsOneText_andForgetsOptionsThatAreGone() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            String code = field(client, "set", ",'options':[{'label':'A'},{'label':'B'}]");
            JsonNode options = client.get("/api/v2/dealFields/" + code).data().path("options");
            String first = options.path(0).path("id").asText();
            String second = options.path(1).path("id").asText();

            String id = LeadsTest.lead(client, "'" + code + "':'" + first + "," + second + "'");

            assertThat(client.get(LEADS + "/" + id).data().path(code).asText()).isEqualTo(first + "," + second);
            client.send("DELETE", "/api/v2/dealFields/" + code + "/options", "[{'id':" + first + "}]");
            assertThat(client.get(LEADS + "/" + id).data().path(code).asText()).isEqualTo(second);
            client.patch(LEADS + "/" + id, "{'" + code + "':''}");
            assertThat(client.get(LEADS + "/" + id).data().has(code)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"reject,400", "ignore,201"})
    void treatsAnUnknownFieldAsTheAccountDoes(String answer, int status) {
        try (PipedriveTestClient client = PipedriveTestClient.start("unknownHash", answer)) {
            client.created("/api/v2/persons", "{'name':'Robin'}");

            Answer lead = client.post(LEADS, "{'title':'A','person_id':1,'" + "0f".repeat(20) + "':'x'}");

            assertThat(lead.status()).isEqualTo(status);
        }
    }

    @Test
    void isListedAmongTheFieldsOfLeads() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            String code = field(client, "varchar", "");

            JsonNode fields = client.get("/v1/leadFields").data();

            assertThat(fields.findValuesAsText("key")).contains("title", "person_id", code);
            assertThat(client.get("/v1/noteFields").data().findValuesAsText("key"))
                    .contains("content", "pinned_to_deal_flag")
                    .doesNotContain(code);
        }
    }

    private static String field(PipedriveTestClient client, String type, String more) {
        return client.post("/api/v2/dealFields", "{'field_name':'F','field_type':'" + type + "'" + more + "}")
                .data()
                .path("field_code")
                .asText();
    }

    /** The members of a document whose names begin with a code. */
    private record ObjectMembers(JsonNode document, String code) {

        String text() {
            StringBuilder text = new StringBuilder();
            document.properties().stream()
                    .filter(member -> member.getKey().startsWith(code))
                    .forEach(member -> text.append(text.isEmpty() ? "" : ",")
                            .append('"')
                            .append(member.getKey())
                            .append("\":")
                            .append(member.getValue()));
            return text.toString();
        }
    }
}
