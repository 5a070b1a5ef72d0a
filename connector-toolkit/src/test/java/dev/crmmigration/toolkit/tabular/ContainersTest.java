package dev.crmmigration.toolkit.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.toolkit.cells.Kind;
import dev.crmmigration.toolkit.cells.ReadingOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders, zips and packed files, and what hides in them. */
class ContainersTest {

    private static final TableSpec SPEC = TableSpec.of("table", Column.of(Kind.ID, "id"), Column.of(Kind.TEXT, "name"));
    private static final String CSV = "id,name\n" + "i1,Ada\n".repeat(1000);

    @TempDir
    Path folder;

    @Test
    void readsFilesOfAZipWhereTheyAre() throws IOException {
        Path zip = zip("export.zip", "more/table.csv", CSV);

        ExportFolder export = ExportFolder.open("export", zip.toString());

        assertThat(export.files()).containsExactly("more/table.csv");
        assertThat(rows(export)).isEqualTo(1000);
        assertThat(folder.toFile().list()).containsExactly("export.zip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.csv", "a/../../evil.csv", "/etc/evil.csv", "C:\\evil.csv", "..\\evil.csv"})
    void refusesAZipWhoseNamesLeadOutOfIt(String name) throws IOException {
        Path zip = zip("export.zip", name, CSV);

        assertThatThrownBy(() -> ExportFolder.open("export", zip.toString()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("FILE_NAME: it holds a file whose name leads out of it");
    }

    @Test
    void refusesAZipThatUnpacksToFarMoreThanItIs() throws IOException {
        Path zip = zip("export.zip", "table.csv", "id,name\n" + "0".repeat(3_000_000));

        assertThatThrownBy(() -> ExportFolder.open("export", zip.toString()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("ZIP_BOMB");
    }

    @Test
    void refusesAZipWithMoreThanItMayHold() throws IOException {
        Path zip = zip("export.zip", "table.csv", CSV);

        assertThatThrownBy(() ->
                        ExportFolder.open("export", zip.toString(), new ZipContents.Limits(200, 1 << 20, 1000, 10)))
                .hasMessageContaining("ZIP_BOMB");
        assertThatThrownBy(() ->
                        ExportFolder.open("export", zip.toString(), new ZipContents.Limits(200, 1 << 20, 1 << 20, 0)))
                .hasMessageContaining("ZIP_BOMB");
    }

    @Test
    void stopsUnpackingAGzip_whenItBecomesTooMuch() throws IOException {
        gzip("table.csv.gz", "id,name\n" + "i1,Ada\n".repeat(1_000_000), 0);

        assertThatThrownBy(() -> rows(ExportFolder.open("export", folder.toString())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("ZIP_BOMB");
    }

    @Test
    void readsGzip_whateverItIsCalled() throws IOException {
        gzip("table.csv", CSV, 0);

        assertThat(rows(ExportFolder.open("export", folder.toString()))).isEqualTo(1000);
    }

    @Test
    void stops_whenAPackedFileIsNotComplete() throws IOException {
        gzip("table.csv.gz", CSV, 20);

        assertThatThrownBy(() -> rows(ExportFolder.open("export", folder.toString())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("TRUNCATED");
    }

    @Test
    void stops_whenAFileOfAZipIsNotTheOneThatWasPacked() throws IOException {
        Path zip = folder.resolve("export.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.setLevel(0);
            out.putNextEntry(new ZipEntry("table.csv"));
            out.write(CSV.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        byte[] bytes = Files.readAllBytes(zip);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("Ada");
        bytes[at] = 'B';
        Files.write(zip, bytes);

        assertThatThrownBy(() -> rows(ExportFolder.open("export", zip.toString())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("TRUNCATED");
    }

    @Test
    void doesNotFollowLinksOutOfTheFolder() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside.csv"), CSV);
        Path inside = Files.createDirectory(folder.resolve("export"));
        Files.writeString(inside.resolve("table.csv"), CSV);
        Files.createSymbolicLink(inside.resolve("link.csv"), outside);
        Files.createSymbolicLink(inside.resolve("same.csv"), inside.resolve("table.csv"));

        ExportFolder export = ExportFolder.open("export", inside.toString());

        assertThat(export.files()).containsExactly("same.csv", "table.csv");
        assertThat(export.leftOut()).containsExactly("link.csv");
        assertThatThrownBy(() -> export.open("../outside.csv")).isInstanceOf(IOException.class);
    }

    @Test
    void saysWhatToDoWithAWorkbook() throws IOException {
        Path workbook = zip("clients.xlsx", "xl/workbook.xml", "<workbook/>");

        assertThatThrownBy(() -> ExportFolder.open("export", workbook.toString()))
                .hasMessageContaining("it is an Excel workbook. Save each of its sheets as CSV UTF-8");
    }

    private static long rows(ExportFolder export) {
        Table table = TabularExport.open(export, List.of(SPEC), ReadingOptions.NONE)
                .tables()
                .get(0);
        return Reads.rows(table).size();
    }

    private Path zip(String name, String entry, String text) throws IOException {
        Path zip = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        return zip;
    }

    private void gzip(String name, String text, int missing) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - missing));
    }
}
