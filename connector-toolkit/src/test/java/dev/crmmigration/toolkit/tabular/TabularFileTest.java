package dev.crmmigration.toolkit.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.toolkit.tabular.TabularRow.Broken;
import dev.crmmigration.toolkit.tabular.TabularRow.Data;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TabularFileTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    Path folder;

    @Test
    void readsUtf8_whenTheFileHasNoMark() throws IOException {
        TabularFile file = file("name,city\nZoë,Łódź\n", StandardCharsets.UTF_8);

        assertThat(rows(file)).containsExactly("2 [Zoë, Łódź] []");
        assertThat(file.encoding()).isEqualTo("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void dropsTheByteOrderMark(String charset) throws IOException {
        TabularFile file = file("\uFEFFname,city\nZoë,Łódź\n", Charset.forName(charset));

        assertThat(file.columns()).extracting(TabularColumn::header).containsExactly("name", "city");
        assertThat(rows(file)).containsExactly("2 [Zoë, Łódź] []");
        assertThat(file.encoding()).isEqualTo(charset);
    }

    @Test
    void countsWindows1252AsARepairOfTheRowsThatNeedIt() throws IOException {
        TabularFile file = file("name,price\nZoë,5 €\nAda,7\n", WINDOWS);

        assertThat(rows(file)).containsExactly("2 [Zoë, 5 €] [ENC_1252]", "3 [Ada, 7] []");
    }

    @Test
    void decidesOnWindows1252_whenTheOnlySuchByteIsBeyondTheFirstBuffer() throws IOException {
        TabularFile file = file("name\n" + "Ada\n".repeat(40_000) + "Zoë\n", WINDOWS);

        assertThat(file.encoding()).isEqualTo("windows-1252");
    }

    @Test
    void putsARowAside_whenItsBytesAreNoText() throws IOException {
        byte[] bytes = "name\nA?a\nZo?\n".getBytes(StandardCharsets.US_ASCII);
        bytes[6] = (byte) 0x81;
        bytes[11] = (byte) 0xEB;
        Files.write(folder.resolve("table.csv"), bytes);

        assertThat(rows(open("table.csv")))
                .containsExactly(
                        "2 ENC_UNKNOWN: the row has bytes that are no text in windows-1252. Export the file as UTF-8",
                        "3 [Zoë] [ENC_1252]");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsTheDelimiter(String delimiter) throws IOException {
        String text = "name,note,city\n\"a\",\"x, y; z | w\",Ulm\nb,,Bonn\n".replace(",", delimiter);

        assertThat(rows(file(text, StandardCharsets.UTF_8)))
                .containsExactly("2 [a, " + "x, y; z | w".replace(",", delimiter) + ", Ulm] []", "3 [b, , Bonn] []");
    }

    @Test
    void numbersRowsByTheLinesOfTheFile_whenLineEndsAreMixedAndCellsHaveLineBreaks() throws IOException {
        TabularFile file = file("a,b\r\n1,\"x\r\ny\rz\"\r\n\n2,\"p\n\nq\"\r3,c\n\r\n \n4,d", StandardCharsets.UTF_8);

        assertThat(rows(file))
                .containsExactly("2 [1, x\r\ny\rz] []", "6 [2, p\n\nq] []", "9 [3, c] []", "12 [4, d] []");
    }

    @Test
    void padsShortRowsAndDropsBlankCellsBeyondTheHeader() throws IOException {
        TabularFile file = file("a,b,c\n1,2\n1,2,3, ,\n", StandardCharsets.UTF_8);

        assertThat(rows(file)).containsExactly("2 [1, 2, ] [ROW_SHORT]", "3 [1, 2, 3] [ROW_LONG]");
    }

    @Test
    void putsLongRowsAside() throws IOException {
        TabularFile file = file("a,b\n\"1\n1\",2\n1,2,3\n4,5\n", StandardCharsets.UTF_8);

        assertThat(rows(file))
                .containsExactly(
                        "2 [1\n1, 2] []",
                        "4 ROW_LONG: the row has 3 cells but the header has 2. Quote cells that hold the delimiter",
                        "5 [4, 5] []");
    }

    @Test
    void dropsAndCountsRepeatedHeaders() throws IOException {
        TabularFile file = file("a,b\n1,2\na,b\n3,4\na,b\n", StandardCharsets.UTF_8);

        assertThat(rows(file)).containsExactly("2 [1, 2] []", "4 [3, 4] [HDR_REPEAT]");
        try (TabularReader reader = file.read()) {
            reader.skip(10);
            assertThat(reader.repeatedHeaders()).isEqualTo(2);
        }
    }

    @Test
    void goesOnAfterALineWhoseQuoteIsNeverClosed() throws IOException {
        TabularFile file = file("a,b\n1,\"x\ny\"\n\n2,\"open\n3,c\n4,d\n", StandardCharsets.UTF_8);

        assertThat(rows(file))
                .containsExactly(
                        "2 [1, x\ny] []",
                        "5 QUOTE_RUNAWAY: a quote in this line is never closed."
                                + " Double the quotes within the cell, or export the file again",
                        "6 [3, c] []",
                        "7 [4, d] []");
    }

    @ParameterizedTest
    @ValueSource(strings = {"and left\",y,z", "and left\",z", "and left"})
    void makesNoRowOfTheRestOfABrokenOne(String rest) throws IOException {
        TabularFile file = file("a,b,c\n\"he \"said\" so\n" + rest + "\n4,5,6\n7,8\n", StandardCharsets.UTF_8);

        assertThat(rows(file).stream().map(TabularFileTest::beforeColon))
                .containsExactly("2 QUOTE_STRAY", "3 QUOTE_RUNAWAY", "4 [4, 5, 6] []", "5 [7, 8, ] [ROW_SHORT]");
    }

    @Test
    void refusesTheFile_whenQuotesDoNotFitOnMoreThanAHundredLines() throws IOException {
        TabularFile file = file("a,b\n" + "\"x\"y,z\n".repeat(101), StandardCharsets.UTF_8);

        assertThatThrownBy(() -> rows(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("file table.csv, line 102: more than 100 lines have quotes that do not fit."
                        + " Export the file again as CSV");
    }

    @Test
    void namesColumnsByNormalisedHeaders() throws IOException {
        TabularFile file = file(" First  Name ,Amount (USD),ＺＩＰ,tag(s),,First-name\n", StandardCharsets.UTF_8);

        assertThat(file.columns())
                .extracting(TabularColumn::key)
                .containsExactly("first_name", "amount_usd", "zip", "tag_s", "column_5", "first_name_2");
        assertThat(file.columns()).extracting(TabularColumn::header).startsWith("First  Name", "Amount (USD)");
    }

    @Test
    void goesOnWhereAnEarlierReadStood() throws IOException {
        TabularFile file = file("a\n1\n\"2\n\n3\n4\n", StandardCharsets.UTF_8);

        try (TabularReader reader = file.read()) {
            reader.skip(2);
            TabularRow next = reader.next();

            assertThat(next).isNotNull();
            assertThat(text(next)).isEqualTo("5 [3] []");
        }
    }

    @Test
    void hasNoColumns_whenTheFileIsEmpty() throws IOException {
        assertThat(file("", StandardCharsets.UTF_8).columns()).isEmpty();
    }

    private TabularFile file(String text, Charset charset) throws IOException {
        Files.write(folder.resolve("table.csv"), text.getBytes(charset));
        return open("table.csv");
    }

    private TabularFile open(String name) {
        return TabularFile.open(ExportFolder.open("export", folder.toString()), name);
    }

    private static List<String> rows(TabularFile file) {
        List<String> rows = new ArrayList<>();
        try (TabularReader reader = file.read()) {
            for (TabularRow row = reader.next(); row != null; row = reader.next()) {
                rows.add(text(row));
            }
        }
        return rows;
    }

    private static String text(TabularRow row) {
        return row.origin().line() + " " + row.match(TabularFileTest::data, Broken::rule);
    }

    private static String beforeColon(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? text : text.substring(0, colon);
    }

    private static String data(Data row) {
        return row.cells() + " "
                + row.repairs().stream().map(repair -> repair.rule()).toList();
    }
}
