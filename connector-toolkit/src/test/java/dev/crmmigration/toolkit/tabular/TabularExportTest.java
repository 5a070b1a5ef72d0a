package dev.crmmigration.toolkit.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.toolkit.cells.CellColumn;
import dev.crmmigration.toolkit.cells.Kind;
import dev.crmmigration.toolkit.cells.ReadingOptions;
import dev.crmmigration.toolkit.tabular.TabularRow.Data;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TabularExportTest {

    private static final TableSpec CLIENTS = TableSpec.of(
            "clients",
            Column.of(Kind.ID, "client_id", "id"),
            Column.of(Kind.EMAIL, "email", "e-mail"),
            Column.of(Kind.TEXT, "first_name"),
            Column.choice("status", "lead", "active").meaning("live", "active"),
            Column.of(Kind.MOMENT, "created_at").ordered());
    private static final TableSpec COACHES = TableSpec.of(
            "coaches",
            Column.of(Kind.ID, "coach_id"),
            Column.of(Kind.EMAIL, "email"),
            Column.of(Kind.TEXT, "first_name"));
    private static final List<TableSpec> SPECS = List.of(CLIENTS, COACHES);
    private static final ReadingOptions BERLIN = ReadingOptions.NONE.zone(ZoneId.of("Europe/Berlin"));

    @TempDir
    Path folder;

    @Test
    void tellsTablesByTheirColumns_whateverTheFilesAreCalled() throws IOException {
        write("a.csv", "Coach ID,E-Mail,First name\nco_1,a@example.com,Ada\n");
        write("b.csv", "ID;E-mail;First Name;Status\n1;a@example.com;Ada;Live\n");
        write("readme.txt", "This is no table.\n");

        TabularExport export = open();

        assertThat(export.tables("coaches")).extracting(Table::file).containsExactly("a.csv");
        assertThat(export.tables("clients")).extracting(Table::file).containsExactly("b.csv");
        assertThat(export.unknown()).containsExactly("readme.txt");
    }

    @Test
    void givesTypedCells() throws IOException {
        write("b.csv", "client_id,email,status,created_at,cf_size\n1,Ada@example.com,LIVE,2026-03-02 09:15,12\n");

        Data row = row("clients");

        assertThat(row.text("client_id")).isEqualTo("1");
        assertThat(row.value("status")).contains("active");
        assertThat(row.moment("created_at")).contains(Instant.parse("2026-03-02T08:15:00Z"));
        assertThat(row.list("email")).containsExactly("Ada@example.com");
        assertThat(row.text("cf_size")).isEqualTo("12");
        assertThat(row.has("first_name")).isFalse();
        assertThat(row.mends()).isEmpty();
    }

    @Test
    void readsAColumnThatNobodyKnewByTheKindItIsGivenLater() throws IOException {
        write("b.csv", "client_id,email,cf_size\n1,a@example.com,\"1,5\"\n2,b@example.com,big\n");
        Table table = open().tables("clients").get(0);
        assertThat(table.extras()).extracting(CellColumn::key).containsExactly("cf_size");

        List<Data> rows = rows(table.with("cf_size", Kind.DECIMAL, Map.of()));

        assertThat(rows.get(0).text("cf_size")).isEqualTo("1.5");
        assertThat(rows.get(1).decimal("cf_size")).isEmpty();
        assertThat(rows.get(1).text("cf_size")).isEqualTo("big");
        assertThat(rows.get(1).repairs()).extracting(repair -> repair.rule()).containsExactly("CUSTOM_TYPE");
    }

    @Test
    void believesTheManifest() throws IOException {
        write("people.csv", "email,first_name\na@example.com,Ada\n");
        write(
                "manifest.json",
                "{\"format\":\"profi-export\",\"exported_at\":\"2026-03-02T09:15:00Z\",\"time_zone\":\"Asia/Tokyo\","
                        + "\"files\":[{\"path\":\"people.csv\",\"object\":\"coaches\",\"rows\":1}]}");

        TabularExport export = TabularExport.open(folder(), SPECS, ReadingOptions.NONE);

        assertThat(export.tables("coaches")).hasSize(1);
        assertThat(export.options().zone()).contains(ZoneId.of("Asia/Tokyo"));
        assertThat(rows(export.tables("coaches").get(0))).hasSize(1);
    }

    @Test
    void stops_whenAFileHasFewerRowsThanTheManifestSays() throws IOException {
        write("people.csv", "email,first_name\na@example.com,Ada\n");
        write("manifest.json", "{\"files\":[{\"path\":\"people.csv\",\"object\":\"coaches\",\"rows\":2}]}");
        Table table = open().tables("coaches").get(0);

        assertThatThrownBy(() -> rows(table))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("TRUNCATED: it has 1 rows but the manifest says 2");
    }

    @Test
    void stops_whenAFileIsNotTheOneOfTheManifest() throws IOException {
        write("people.csv", "email,first_name\na@example.com,Ada\n");
        write(
                "manifest.json",
                "{\"files\":[{\"path\":\"people.csv\",\"sha256\":\"00\"},{\"path\":\"gone.csv\",\"rows\":1}]}");

        assertThatThrownBy(this::open)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("file people.csv is not the one in the manifest (FILE_HASH)")
                .hasMessageContaining("file gone.csv is in the manifest, not in the export (FILE_MISSING)");
    }

    private Data row(String table) {
        return rows(open().tables(table).get(0)).get(0);
    }

    private static List<Data> rows(Table table) {
        List<Data> rows = new ArrayList<>();
        try (TabularReader reader = table.read()) {
            for (TabularRow row = reader.next(); row != null; row = reader.next()) {
                rows.add((Data) row);
            }
        }
        return rows;
    }

    private TabularExport open() {
        return TabularExport.open(folder(), SPECS, BERLIN);
    }

    private ExportFolder folder() {
        return ExportFolder.open("export", folder.toString());
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
