package dev.crmmigration.engine.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.engine.DocumentFormat;
import dev.crmmigration.engine.DocumentName;
import dev.crmmigration.engine.internal.report.Json;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentFormsTest {

    private static final String HOSTILE = "</script><img src=x onerror=\\\"alert('1')\\\">&<!--";

    private static final String PLAN = """
            {"source": "toy", "destination": "box", "account": "box:1", "mappings": [{"name": "PersonToPerson", "parts": [
              {"kind": "records", "from": "person", "to": "contact", "part": "main",
               "fields": [{"target": "title", "value": "map(\\"titles\\", title)"}]}],
              "losses": [{"field": "title", "reason": "no titles", "substitute": "a label"}]}],
             "computed": {"headline": "1 of 1 objects map 1:1", "owners": [
               {"email": "anna@example.com", "records": 3, "outcome": "held", "becomes": ""}],
               "mappings": [{"name": "PersonToPerson", "effects": 3, "duplicates": 0, "losses": []}],
               "valueMaps": [{"name": "titles", "values": [{"value": "=1+1", "occurrences": 2, "becomes": "VALUE"}]}]}}
            """;

    private static final String PROFILE = """
            {"objects": [{"object": "person", "records": 3, "fields": [
              {"field": "title", "label": "Title", "custom": true, "type": "SINGLE_CHOICE", "filled": 2}]}],
             "automations": ["Welcome"], "gaps": ["no history"]}
            """;

    private static final String SAMPLE = """
            {"size": 1, "written": 1, "records": [{"effect": "PersonToPerson/person:anna@example.com",
              "source": "person:anna@example.com", "record": "contact:7", "state": "EQUAL", "reason": "", "fields": [
              {"field": "Title", "expression": "title", "source": {"title": "VALUE"}, "sent": "VALUE", "found": "VALUE",
               "verdict": "EQUAL", "loss": ""}]}]}
            """;

    private static Documents documents(Discretion discretion) {
        Map<String, String> reports = Map.of("profile.json", PROFILE, "sample.json", SAMPLE.replace("VALUE", HOSTILE));
        return new Documents(new Evidence(
                name -> Optional.ofNullable(reports.get(name)),
                Optional.of(PLAN.replace("VALUE", HOSTILE)),
                discretion));
    }

    @ParameterizedTest
    @EnumSource(DocumentName.class)
    void hasNoMarkupOfValues_inAnyHtml(DocumentName name) {
        String html = documents(Discretion.WITH_VALUES).text(name, DocumentFormat.HTML);

        assertThat(html).doesNotContain("<img").doesNotContain("<!--").endsWith("</html>\n");
        assertThat(html.split("</script>", -1)).hasSizeLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(DocumentName.class)
    void isWholeInEveryForm_evenIfNothingHasHappened(DocumentName name) {
        Documents nothing =
                new Documents(new Evidence(report -> Optional.empty(), Optional.empty(), Discretion.WITH_VALUES));

        assertThat(nothing.text(name, DocumentFormat.HTML)).contains("<h1>");
        assertThat(nothing.text(name, DocumentFormat.MARKDOWN)).startsWith("# ");
        assertThat(Json.own(nothing.text(name, DocumentFormat.JSON))
                        .path("name")
                        .asText())
                .isEqualTo(name.text());
        assertThat(nothing.text(name, DocumentFormat.CSV)).doesNotContain("null");
    }

    @ParameterizedTest
    @EnumSource(DocumentName.class)
    void namesNobody_withoutValues(DocumentName name) {
        for (DocumentFormat format : DocumentFormat.values()) {
            assertThat(documents(Discretion.WITHOUT_VALUES).text(name, format))
                    .doesNotContain("anna@example.com")
                    .doesNotContain("onerror");
        }
    }

    @Test
    void keepsRecordsForTheSearch_asTheyAre() {
        String html = documents(Discretion.WITH_VALUES).text(DocumentName.MIGRATION, DocumentFormat.HTML);
        String data = html.substring(html.indexOf("id=\"data\">") + 10);

        JsonNode records =
                Json.own(data.substring(0, data.indexOf("</script>"))).path("records");

        assertThat(records).hasSize(1);
        assertThat(records.get(0).path("fields").get(0).get(4).asText()).startsWith("</script><img");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<", ">", "\"", "'", "\u0000", "\u001b"})
    void escapes_whatHtmlWouldTakeForMarkup(String letter) {
        assertThat(Html.escape("a" + letter + "b"))
                .startsWith("a")
                .endsWith("b")
                .doesNotContain(letter);
    }

    @Test
    void escapesAmpersandsOnce_andLeavesOtherLetters() {
        assertThat(Html.escape("R&D äöü 東京 😀")).isEqualTo("R&amp;D äöü 東京 😀");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "=1+1|\"'=1+1\"",
                "+49 30|\"'+49 30\"",
                "-5|\"'-5\"",
                "@cmd|\"'@cmd\"",
                "a,b|\"a,b\"",
                "say \"yes\"|\"say \"\"yes\"\"\"",
                "plain|plain"
            })
    void guardsFormulas_inCsv(String text, String cell) {
        assertThat(CsvText.safe(text)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t=1", "\r=1"})
    void guardsTextsThatBeginWithControls_inCsv(String text) {
        assertThat(CsvText.safe(text)).startsWith("\"'");
    }

    @Test
    void saysOfEveryFieldHowItIsMade_inTheWorkbook() {
        String csv = documents(Discretion.WITH_VALUES).text(DocumentName.FIELD_MAPPING_WORKBOOK, DocumentFormat.CSV);

        assertThat(csv)
                .contains(
                        "PersonToPerson,person,title,single choice,2,contact,title,,\"map(\"\"titles\"\", title)\",titles,"
                                + "\"no titles; instead: a label\"");
    }

    @Test
    void keepsPipesAndHtmlOutOfTables_inMarkdown() {
        assertThat(MarkdownText.safe("a|b <i> *c*\nd")).isEqualTo("a\\|b &lt;i&gt; \\*c\\* d");
    }
}
