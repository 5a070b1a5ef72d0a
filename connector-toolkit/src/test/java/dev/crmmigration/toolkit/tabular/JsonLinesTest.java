package dev.crmmigration.toolkit.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.toolkit.cells.Kind;
import dev.crmmigration.toolkit.cells.ReadingOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with a JSON object in each line give the same rows as delimited ones. */
class JsonLinesTest {

    private static final TableSpec CLIENTS = TableSpec.of(
            "clients",
            Column.of(Kind.ID, "client_id"),
            Column.of(Kind.TEXT, "name"),
            Column.of(Kind.DECIMAL, "fee"),
            Column.of(Kind.LIST, "tags"),
            Column.of(Kind.BOOLEAN, "active"),
            Column.of(Kind.MOMENT, "created_at"));

    private static final String CSV = """
            client_id,name,fee,tags,active,created_at,shoe
            1,"Zoë, the ""Great""\",1234.5,a;b,true,2025-01-02T03:04:05Z,
            2,,,,,,44
            """;

    private static final String JSON = """
            {"client_id":1,"name":"Zo\\u00eb, the \\"Great\\"","fee":1234.5,"tags":["a","b"],"active":true,"created_at":"2025-01-02T03:04:05Z"}
            {"client_id":"2","name":null,"tags":[],"shoe":44}
            """;

    @TempDir
    Path folder;

    private Table table(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text, StandardCharsets.UTF_8);
        ExportFolder files = ExportFolder.open("export", folder.resolve(file).toString());
        return TabularExport.open(files, List.of(CLIENTS), ReadingOptions.NONE)
                .tables("clients")
                .get(0);
    }

    private static List<List<Object>> values(Table table) {
        List<List<Object>> rows = new ArrayList<>();
        try (TabularReader reader = table.read()) {
            for (TabularRow row = reader.next(); row != null; row = reader.next()) {
                TabularRow.Data data = (TabularRow.Data) row;
                rows.add(table.columns().stream()
                        .map(column -> data.value(column.key()).orElse("none"))
                        .toList());
            }
        }
        return rows;
    }

    @Test
    void givesTheSameRows_asTheDelimitedFile() throws IOException {
        Table delimited = table("clients.csv", CSV);
        Table json = table("clients.ndjson", JSON);

        List<List<Object>> rows = values(json);

        assertThat(rows.get(0)).isEqualTo(values(delimited).get(0));
        assertThat(rows.get(1)).contains("2", "44").doesNotContain("");
        assertThat(json.extras()).extracting(column -> column.key()).containsExactly("shoe");
    }

    @Test
    void tellsTheFileByItsContent_whateverItsName() throws IOException {
        assertThat(Reads.rows(table("all.txt", JSON))).hasSize(2);
    }

    @Test
    void putsALineAside_thatIsNoObject() throws IOException {
        String text = JSON + "\n{\"client_id\":\n[1]\n{\"client_id\":\"3\"}\n";

        assertThat(Reads.rows(table("clients.ndjson", text)))
                .hasSize(5)
                .contains("4  JSON_LINE", "5  JSON_LINE")
                .last()
                .asString()
                .startsWith("3|");
    }

    @Test
    void stops_whenTheLastLineIsCutOff() throws IOException {
        Table table = table("clients.ndjson", JSON + "{\"client_id\":\"3\",\"na");

        assertThatThrownBy(() -> values(table))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("TRUNCATED");
    }

    @Test
    void readsThePointOfANumberAsSuch_whateverStandsBehindIt() throws IOException {
        Table table =
                table("clients.ndjson", "{\"client_id\":\"1\",\"fee\":1.234}\n{\"client_id\":\"2\",\"fee\":12}\n");

        assertThat(values(table)).extracting(row -> row.get(1).toString()).containsExactly("1.2340", "12");
    }

    @Test
    void mendsCells_asInDelimitedFiles() throws IOException {
        Table table = table("clients.ndjson", "{\"client_id\":\"1\",\"name\":\"N/A\",\"active\":\"WAHR\"}\n");

        assertThat(Reads.rows(table)).singleElement().asString().contains("active XL_BOOL");
    }
}
