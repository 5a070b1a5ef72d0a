package dev.crmmigration.testkit.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.crmmigration.testkit.openapi.Violation.Side;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiJudgeTest {

    private final OpenApiJudge judge = Zoo.judge();

    @Test
    void findsNothing_whenQueryAndReplyAreAsDocumented() {
        Exchange exchange = Zoo.get("/api/animals", "kind", "bird", "limit", "10", "ids", "1,2", "tame", "true");

        assertThat(judge.judge(exchange)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit  | ten  | /query/limit type (integer)",
                "limit  | 1.5  | /query/limit type (integer)",
                "ids    | 1,x  | /query/ids/* type (integer)",
                "tame   | 1    | /query/tame type (boolean)",
                "kind   | ape  | /query/kind enum ([\"bird\",\"fish\"])",
                "colour | red  | /query/colour unknown-parameter"
            })
    void namesTheParameterAndTheRule_whenAQueryIsWrong(String name, String value, String violation) {
        Exchange exchange = name.equals("kind")
                ? Zoo.get("/api/animals", name, value)
                : Zoo.get("/api/animals", "kind", "bird", name, value);

        assertThat(Zoo.shown(judge.judge(exchange))).containsExactly("GET /api/animals request " + violation);
    }

    @Test
    void missesARequiredParameter() {
        assertThat(Zoo.shown(judge.judge(Zoo.get("/api/animals"))))
                .containsExactly("GET /api/animals request /query/kind required");
    }

    @Test
    void judgesWhatStandsInThePath() {
        Exchange exchange = Exchange.request("DELETE", "/api/animals/leo", Map.of(), null, new byte[0])
                .answered(204, null, new byte[0]);

        assertThat(Zoo.shown(judge.judge(exchange)))
                .containsExactly("DELETE /api/animals/{id} request /path/id type (integer)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name':'Leo','legs':null}            | ''",
                "{'legs':4}                            | /body/name required ([\"name\"])",
                "{'name':7}                            | /body/name type (string)",
                "{'name':'Leo','keeper':null}          | /body/keeper null (integer)",
                "{'name':'Leo','born':'yesterday'}     | /body/born format (date)",
                "{'name':'Leo','food':{'grams':'2'}}   | /body/food/grams type (number)",
                "{'name':'Leo','colour':'red'}         | /body/colour unknown-member",
                "{'name':'Leo'                         | /body syntax (application/json)",
                "''                                    | /body required"
            })
    void namesTheMemberAndTheRule_whenABodyIsWrong(String body, String violation) {
        Exchange exchange = Zoo.post("/api/animals", Zoo.JSON, body);

        assertThat(Zoo.shown(judge.judgeRequest(exchange)))
                .containsExactly(
                        violation.isEmpty() ? new String[0] : new String[] {"POST /api/animals request " + violation});
    }

    @Test
    void looksIntoTheElementsOfAList() {
        Exchange exchange = Zoo.post("/api/animals/1/tags", Zoo.JSON, "[{'label':'big'},{'label':1,'colour':'red'}]");

        assertThat(Zoo.shown(judge.judgeRequest(exchange)))
                .containsExactlyInAnyOrder(
                        "POST /api/animals/{id}/tags request /body/*/label type (string)",
                        "POST /api/animals/{id}/tags request /body/*/colour unknown-member");
    }

    @Test
    void toleratesUnknownMembers_unlessTheyAreClosed() {
        OpenApiJudge tolerant = OpenApiJudge.builder().document(Zoo.document()).build();

        assertThat(tolerant.judgeRequest(Zoo.post("/api/animals", Zoo.JSON, "{'name':'Leo','colour':'red'}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/animals     | text/plain | application/json",
                "/api/animals/1/tags |         | application/json",
                "/token           | text/plain | none"
            })
    void namesTheContentTypes_whenABodyHasAnother(String path, String type, String expected) {
        assertThat(judge.judgeRequest(Zoo.post(path, type, "Leo")))
                .extracting(Violation::pointer, Violation::rule, Violation::expected)
                .containsExactly(tuple("/body", "content-type", expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | application/json | {'data':[{'name':'Leo'},{'name':1}]} | /body/data/*/name type (string)",
                "200 | application/json | {}                                   | /body/data required ([\"data\"])",
                "200 | application/json | {'data':                             | /body syntax (application/json)",
                "200 | text/html        | {'data':[]}                          | /body content-type (application/json)",
                "201 | application/json | {'data':[]}                          | ' status (200)'"
            })
    void namesThePlaceAndTheRule_whenAReplyIsWrong(int status, String type, String body, String violation) {
        assertThat(Zoo.shown(judge.judge(Zoo.answer(status, type, body))))
                .containsExactly("GET /api/animals reply " + violation);
    }

    @Test
    void judgesTheBodyByTheSimilarStatus_whenTheStatusIsUnknown() {
        assertThat(judge.judge(Zoo.answer(201, Zoo.JSON, "{}")))
                .extracting(Violation::rule)
                .containsExactly("status", "required");
    }

    @Test
    void reportsBothSides_whenTheDocumentHasNoSuchOperation() {
        assertThat(judge.judge(Zoo.get("/api/plants")))
                .containsExactly(
                        new Violation(Side.REQUEST, "GET /api/plants", "", "operation", ""),
                        new Violation(Side.REPLY, "GET /api/plants", "", "operation", ""));
    }

    @Test
    void takesTheServerOfTheOperation_whenThatHasItsOwn() {
        assertThat(judge.judge(Zoo.post("/token", null, ""))).isEmpty();
        assertThat(judge.judge(Zoo.post("/api/token", null, ""))).isNotEmpty();
    }

    @Test
    void knowsAliasesOfPrefixes() {
        OpenApiJudge aliased = OpenApiJudge.builder()
                .document(Zoo.document())
                .alias("/v0", "/api")
                .build();

        assertThat(aliased.judge(Zoo.get("/v0/animals", "kind", "fish"))).isEmpty();
    }

    @Test
    void showsNoValue_whateverIsWrong() {
        String body = "{'name':{'Secret':1},'born':'Secret','legs':'Secret','food':'Secret'}";

        String shown =
                judge.judgeRequest(Zoo.post("/api/animals", Zoo.JSON, body)).toString();

        assertThat(shown).contains("/body/born", "/body/legs", "/body/food").doesNotContain("Secret");
    }
}
