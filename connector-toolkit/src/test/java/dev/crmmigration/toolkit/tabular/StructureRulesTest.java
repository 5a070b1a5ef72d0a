package dev.crmmigration.toolkit.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.toolkit.cells.Kind;
import dev.crmmigration.toolkit.cells.ReadingOptions;
import dev.crmmigration.toolkit.damage.Rule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done with bytes, lines and rows, rule by rule. */
class StructureRulesTest {

    private static final String CLEAN = "id,name,fee,notes\ni1,Ada,1.50,a\ni2,Bob,2.50,b\n";
    private static final List<String> ROWS = List.of("i1|Ada|1.50|a", "i2|Bob|2.50|b");

    @TempDir
    Path folder;

    private Reads reads() {
        return new Reads(
                folder,
                Column.of(Kind.ID, "id"),
                Column.of(Kind.TEXT, "name"),
                Column.of(Kind.MONEY, "fee"),
                Column.of(Kind.LONG_TEXT, "notes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void knowsMarks(String charset) {
        Table table = reads().table(("\uFEFF" + CLEAN).getBytes(Charset.forName(charset)));

        assertThat(Reads.rows(table)).isEqualTo(ROWS);
        assertThat(table.findings()).containsExactly(Rule.ENC_BOM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void knowsUtf16WithoutAMark(String charset) {
        Table table = reads().table(CLEAN.getBytes(Charset.forName(charset)));

        assertThat(Reads.rows(table)).isEqualTo(ROWS);
        assertThat(table.findings()).containsExactly(Rule.ENC_UTF16);
    }

    @Test
    void decodesLineByLine_whenOnlySomeLinesAreUtf8() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("id,name,fee,notes\ni1,Zoë,1,\n".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("i2,Zoë,2,€\n".getBytes(Charset.forName("windows-1252")));

        Table table = reads().table(bytes.toByteArray());

        assertThat(Reads.rows(table)).containsExactly("i1|Zoë|1|", "i2|Zoë|2|€ ENC_MIXED");
        assertThat(table.findings()).containsExactly(Rule.ENC_MIXED);
    }

    @Test
    void dropsAMarkThatIsGluedToTheFirstHeader() {
        assertThat(reads().rows("\uFEFF\uFEFF" + CLEAN)).isEqualTo(ROWS);
        assertThat(reads().rows("\"\uFEFFid\"" + CLEAN.substring(2))).isEqualTo(ROWS);
    }

    @Test
    void believesTheLineThatNamesTheSeparator() {
        Table table = reads().table("sep=;\n" + CLEAN.replace(',', ';'));

        assertThat(Reads.rows(table)).isEqualTo(ROWS);
        assertThat(table.findings()).containsExactly(Rule.SEP_LINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|"})
    void prefersTheSeparatorThatGivesKnownHeaders(String separator) {
        assertThat(reads().rows(CLEAN.replace(",", separator).replace("Ada", "A,d,a"))
                        .get(1))
                .isEqualTo(ROWS.get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r"})
    void endsLinesAsItMay(String end) {
        assertThat(reads().rows(CLEAN.replace("\n", end))).isEqualTo(ROWS);
    }

    @Test
    void knowsBackslashesBeforeQuotes() {
        Table table = reads().table("id,name,fee,notes\ni1,\"A \\\"x, y\\\" b\",1,\ni2,\"B \\\"z, y\\\"\",2,c\\d\n");

        assertThat(Reads.rows(table)).containsExactly("i1|A \"x, y\" b|1|", "i2|B \"z, y\"|2|c\\d");
        assertThat(table.findings()).containsExactly(Rule.QUOTE_BACKSLASH);
    }

    @Test
    void takesAQuoteInABareCellForText() {
        assertThat(reads().rows("id,name,fee,notes\ni1,19\" rack,1,\n"))
                .containsExactly("i1|19\" rack|1| name QUOTE_STRAY");
    }

    @Test
    void takesAQuoteThatIsNeverClosedForText_whenTwentyRowsAfterItAreWhole() {
        StringBuilder csv = new StringBuilder("id,name,fee,notes\ni0,\"Ada,1,x\n");
        for (int i = 1; i <= 20; i++) {
            csv.append("i").append(i).append(",\"B, C\",2,y\n");
        }

        List<String> rows = reads().rows(csv.toString());

        assertThat(rows).hasSize(21).startsWith("i0|\"Ada|1|x QUOTE_RUNAWAY", "i1|B, C|2|y");
        assertThat(reads().rows("id,name,fee,notes\ni0,\"Ada,1,x\ni1,B,2,y\n").get(0))
                .isEqualTo("2  QUOTE_RUNAWAY");
    }

    @Test
    void keepsLongCellsThatAreClosed() {
        String note = "line\n".repeat(80) + "end";

        assertThat(reads().rows("id,name,fee,notes\ni1,Ada,1,\"" + note + "\"\ni2,Bob,2,b\n"))
                .containsExactly("i1|Ada|1|" + note, "i2|Bob|2|b");
    }

    @Test
    void putsRowsTogetherThatABareLineBreakTore() {
        assertThat(reads().rows("id,name,fee,notes\ni1,Ada,1,x\ni2,Bo\nb,2,y\ni3,Eve,3,one\n\ntwo\ni4,Al,4,z\n"))
                .containsExactly(
                        "i1|Ada|1|x", "i2|Bo b|2|y ROW_SHORT name EOL", "i3|Eve|3|one\n\ntwo ROW_SHORT", "i4|Al|4|z");
    }

    @Test
    void padsRows_onlyIfWhatIsThereFits() {
        assertThat(reads().rows("id,name,fee,notes\ni1,Ada,1\ni2,2.50,b\n"))
                .containsExactly("i1|Ada|1| ROW_SHORT", "3  ROW_SHORT");
    }

    @Test
    void joinsCells_onlyIfThereIsOneWay() {
        assertThat(reads().rows("id,name,fee,notes\ni1,Byron, Ada,1,x\ni2,Bob,2,y, z\ni3,Eve,3,x,,\n"))
                .containsExactly("i1|Byron, Ada|1|x ROW_LONG", "i2|Bob|2|y, z ROW_LONG", "i3|Eve|3|x ROW_LONG");
        Reads texts = new Reads(folder, Column.of(Kind.ID, "id"), Column.of(Kind.TEXT, "a"), Column.of(Kind.TEXT, "b"));
        assertThat(texts.rows("id,a,b\ni1,x,y,z\n")).containsExactly("2  ROW_LONG");
    }

    @Test
    void leavesOutColumnsWithoutNameAndCells_andKeepsThoseWithCells() {
        Table empty = reads().table("id,name,fee,notes,,\ni1,Ada,1,x,,\n");
        Table filled = reads().table("id,name,fee,notes,\ni1,Ada,1,x,more\n");

        assertThat(empty.extras()).isEmpty();
        assertThat(empty.findings()).containsExactly(Rule.COL_EMPTY_TRAIL);
        assertThat(filled.extras()).extracting(column -> column.key()).containsExactly("column_5");
        assertThat(filled.findings()).containsExactly(Rule.COL_UNNAMED);
        assertThat(Reads.rows(filled)).containsExactly("i1|Ada|1|x|more");
    }

    @Test
    void putsColumnsOfOneNameTogether_unlessTheyContradict() {
        assertThat(reads().rows("id,name,Name,fee\ni1,Ada,,1\ni2,,Bob,2\n")).containsExactly("i1|Ada|1", "i2|Bob|2");
        assertThat(reads().rows("id,name,Name,fee\ni1,Ada,Ada,1\n")).containsExactly("i1|Ada|1");
        Table different = reads().table("id,name,Name,fee\ni1,Ada,Bob,1\n");
        assertThat(Reads.rows(different)).containsExactly("i1|Ada|1|Bob");
        assertThat(different.extras()).extracting(column -> column.key()).containsExactly("name_2");
        assertThat(different.findings()).containsExactly(Rule.HDR_DUP);
    }

    @Test
    void saysThatAFileHasNoHeader() throws IOException {
        Files.writeString(folder.resolve("table.csv"), "i1,ada@example.com,2026-01-01\n");
        TableSpec spec = TableSpec.of(
                "table", Column.of(Kind.ID, "id"), Column.of(Kind.EMAIL, "email"), Column.of(Kind.DATE, "born_on"));

        TabularExport export =
                TabularExport.open(ExportFolder.open("export", folder.toString()), List.of(spec), ReadingOptions.NONE);

        assertThat(export.refused().get("table.csv"))
                .isEqualTo(
                        "HDR_MISSING: the first line of file table.csv holds data, not the names of columns. Export it with a"
                                + " header, or add one. Its first line could be: id,email,born_on");
    }

    @Test
    void skipsWhatStandsAboveTheHeader() {
        Table table = reads().table("Clients of Acme\nAll of them,,\n\n" + CLEAN);

        assertThat(Reads.rows(table)).isEqualTo(ROWS);
        assertThat(table.findings()).containsExactly(Rule.HDR_PREAMBLE);
    }

    @Test
    void leavesOutRepeatedHeadersAndBlankRows() {
        assertThat(reads().rows(CLEAN + "\n,,,\nid,name,fee,notes\ni3,Eve,3,c\n"))
                .containsExactly("i1|Ada|1.50|a", "i2|Bob|2.50|b", "i3|Eve|3|c HDR_REPEAT");
    }

    @Test
    void leavesOutTotalsBelowTheLastRow_andKeepsThemApart() {
        Table table = reads().table(CLEAN + "Total,,4.00,\nExported on 2026-03-02\n");

        assertThat(Reads.rows(table)).isEqualTo(ROWS);
        try (TabularReader reader = table.read()) {
            reader.skip(10);
            assertThat(reader.footers())
                    .containsExactly(List.of("Total", "", "4.00", ""), List.of("Exported on 2026-03-02"));
        }
        assertThat(reads().rows("id,name,fee,notes\nTotal,Ada,1,\ni2,Bob,2,b\n"))
                .hasSize(2);
    }

    @Test
    void readsNoRows_whenThereIsOnlyAHeader() {
        Table table = reads().table("id,name,fee,notes\n");

        assertThat(Reads.rows(table)).isEmpty();
        assertThat(table.findings()).containsExactly(Rule.HDR_ONLY);
    }

    @Test
    void stops_whenTheFileEndsWithinARow() {
        assertThat(reads().rows(CLEAN.strip())).isEqualTo(ROWS);
        assertThatThrownBy(() -> reads().rows(CLEAN + "i3,E"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("file table.csv of the export, after line 3: TRUNCATED: its last row ends");
    }
}
