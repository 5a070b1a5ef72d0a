package dev.crmmigration.toolkit.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.toolkit.cells.CellText;
import dev.crmmigration.toolkit.cells.DateOrder;
import dev.crmmigration.toolkit.cells.DecimalMark;
import dev.crmmigration.toolkit.cells.Kind;
import dev.crmmigration.toolkit.cells.ReadingOptions;
import dev.crmmigration.toolkit.damage.MendCounts;
import dev.crmmigration.toolkit.damage.Rule;
import dev.crmmigration.toolkit.tabular.TabularRow.Data;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is done with cells, rule by rule. */
class CellRulesTest {

    private static final ReadingOptions OPTIONS = ReadingOptions.NONE.exported(Instant.parse("2026-03-02T00:00:00Z"));

    @TempDir
    Path folder;

    /** Each line: the kind of a column, a cell as it is damaged, what is read of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "TEXT ~ MÃ¼ller ~ Müller c ENC_MOJIBAKE",
                "TEXT ~ MÃƒÂ¼ller ~ Müller c ENC_MOJIBAKE",
                "TEXT ~ itâ€™s ~ it’s c ENC_MOJIBAKE",
                "TEXT ~ São Paulo ~ São Paulo",
                "TEXT ~ Â£ ~ £ c ENC_MOJIBAKE",
                "TEXT ~ M\uFFFDller ~ M\uFFFDller c ENC_LOST",
                "TEXT ~ M?ller ~ M?ller c ENC_LOST",
                "EMAIL ~ a\u200Bda@example.com ~ ada@example.com c CTRL",
                "TEXT ~ a\u200Bda ~ a\u200Bda",
                "DATE ~ 45000 ~ 2023-03-15 c XL_SERIAL",
                "MOMENT ~ 45000.75 ~ 2023-03-15T18:00 c XL_SERIAL",
                "DATE ~ 19999 ~ 2 c BAD_DATE",
                "DATE ~ 25/12/85 ~ 1985-12-25 c XL_YEAR2",
                "DATE ~ 25/12/27 ~ 2027-12-25 c XL_YEAR2",
                "DATE ~ ######## ~ c XL_HASHES",
                "DATE ~ 0000-00-00 ~ c DATE_SENTINEL",
                "DATE ~ 1899-12-30 ~ c DATE_SENTINEL",
                "DATE ~ 9999-12-31 ~ c DATE_SENTINEL",
                "MOMENT ~ 1970-01-01 00:00 ~ c DATE_SENTINEL",
                "DATE ~ 1970-01-01 ~ 1970-01-01",
                "PHONE ~ 4.915112345678E+12 ~ 4915112345678 c XL_SCI",
                "PHONE ~ 4.91511E+12 ~ c XL_SCI",
                "ID ~ ='00123' ~ ='00123'",
                "ID ~ =\"00123\" ~ 00123 c XL_WRAP",
                "ID ~ '00123 ~ 00123 c XL_WRAP",
                "TEXT ~ 't Hooft ~ 't Hooft",
                "TEXT ~ '=1+1 ~ =1+1 c XL_GUARD",
                "PHONE ~ '+49 30 1234567 ~ +49 30 1234567 c XL_GUARD",
                "TEXT ~ =HYPERLINK(1) ~ =HYPERLINK(1)",
                "CODE ~ Mar-01 ~ 2 c XL_MONTHNAME",
                "CODE ~ 1-Mar ~ 2 c XL_MONTHNAME",
                "BOOLEAN ~ WAHR ~ true c XL_BOOL",
                "BOOLEAN ~ FAUX ~ false c XL_BOOL",
                "BOOLEAN ~ x ~ true c XL_BOOL",
                "BOOLEAN ~ maybe ~ 2 c XL_BOOL",
                "MONEY ~ 1.234,50 ~ 1234.50 c NUM_LOCALE",
                "MONEY ~ 1,234.50 ~ 1234.50 c NUM_LOCALE",
                "MONEY ~ (12.00) ~ -12.00 c NUM_LOCALE",
                "MONEY ~ 12.00- ~ -12.00 c NUM_LOCALE",
                "MONEY ~ 1\u202F234,50 ~ 1234.50 c NUM_LOCALE",
                "MONEY ~ 1'234.50 ~ 1234.50 c NUM_LOCALE",
                "MONEY ~ €12.50 ~ 12.50 c NUM_LOCALE",
                "MONEY ~ 1,234 ~ 2 c NUM_LOCALE",
                "MONEY ~ twelve ~ 2 c BAD_NUMBER",
                "MONEY ~ 1.2E+6 ~ 2 c XL_SCI",
                "INTEGER ~ 1.234 ~ 1234 c NUM_LOCALE",
                "INTEGER ~ 1.5 ~ 2 c BAD_NUMBER",
                "REFERENCE ~ N/A ~ c NULL_TEXT",
                "TEXT ~ N/A ~ N/A",
                "COUNTRY ~ NA ~ NA",
                "EMAIL ~ a@example.com; b@example.com ~ a@example.com c EMAIL_MULTI",
                "EMAIL ~ mailto:Ada@Example.com ~ Ada@Example.com c EMAIL_NORM",
                "EMAIL ~ ada@gmial.com ~ ada@gmial.com c EMAIL_BAD",
                "CURRENCY ~ eur ~ EUR"
            })
    void readsCells(String kind, String cell, String read) {
        String csv = "k,c\nk1," + (cell.contains(",") ? '"' + cell + '"' : cell) + "\n";

        List<String> rows = reads(Kind.valueOf(kind)).rows(csv);

        assertThat(rows)
                .containsExactly(read.startsWith("2 c ") || read.startsWith("c ") ? expected(read) : "k1|" + read);
    }

    private static String expected(String read) {
        return read.startsWith("2 ") ? read : "k1| " + read;
    }

    private Reads reads(Kind kind) {
        return new Reads(folder, Column.of(Kind.TEXT, "k"), Column.of(kind, "c")).with(OPTIONS);
    }

    @Test
    void keepsTheRawTextOfWhatItMends() {
        Table table = reads(Kind.MONEY).table("k,c\nk1,\"12,50\"\n");
        MendCounts counts = new MendCounts();
        try (TabularReader reader = table.read()) {
            TabularRow row = reader.next();
            Data data = (Data) Objects.requireNonNull(row);
            counts.addAll(data.mends());
            assertThat(data.mends()).extracting(mend -> mend.raw()).containsExactly("12,50");
            assertThat(data.mends().get(0)).hasToString("c NUM_LOCALE");
        }
        assertThat(counts.all()).isEqualTo(Map.of(Rule.NUM_LOCALE, Map.of("c", 1L)));
    }

    @Test
    void decidesTheOrderOfDatesForTheWholeColumn() {
        String late = "k,c\nk1,03/04/2025\nk2,25/12/2025\n";

        assertThat(reads(Kind.DATE).rows(late))
                .containsExactly("k1|2025-04-03 c XL_DATE_ORDER", "k2|2025-12-25 c XL_DATE_ORDER");
        assertThat(reads(Kind.DATE).rows(late.replace("25/12", "12/25")))
                .containsExactly("k1|2025-03-04 c XL_DATE_ORDER", "k2|2025-12-25 c XL_DATE_ORDER");
    }

    @Test
    void putsAmbiguousDatesAside_whenTheColumnHasBothOrders() {
        assertThat(reads(Kind.DATE).rows("k,c\nk1,03/04/2025\nk2,25/12/2025\nk3,12/25/2025\nk4,05/05/2025\n"))
                .containsExactly(
                        "2 c XL_DATE_ORDER",
                        "k2|2025-12-25 c XL_DATE_ORDER",
                        "k3|2025-12-25 c XL_DATE_ORDER",
                        "k4|2025-05-05 c XL_DATE_ORDER");
    }

    @Test
    void asksForTheOrder_whenNoDateTellsIt() {
        String csv = "k,c\nk1,03/04/2025\n";

        assertThatThrownBy(() -> reads(Kind.DATE).rows(csv))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "file table.csv, column 'c' has dates that are right with the day first and with the month first"
                                + " (XL_DATE_ORDER). Say which it is with the setting 'dateOrder'");
        assertThat(reads(Kind.DATE)
                        .with(OPTIONS.dateOrder(DateOrder.MONTH_FIRST))
                        .rows(csv))
                .containsExactly("k1|2025-03-04 c XL_DATE_ORDER");
    }

    @Test
    void takesTheOrderInWhichRowsStand_whenOnlyOneReadingIsSteady() {
        String csv = """
                k,c
                k,10/01/2025
                k,03/02/2025
                k,12/03/2025
                k,01/04/2025
                k,09/05/2025
                k,02/06/2025
                k,11/07/2025
                k,04/08/2025
                k,08/09/2025
                k,07/10/2025
                """;
        Reads ordered = new Reads(
                folder, Column.of(Kind.TEXT, "k"), Column.of(Kind.DATE, "c").ordered());

        assertThat(ordered.rows(csv).get(0)).startsWith("k|2025-01-10");
        assertThatThrownBy(() -> reads(Kind.DATE).rows(csv)).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void decidesTheDecimalMarkForTheWholeColumn() {
        assertThat(reads(Kind.MONEY).rows("k,c\nk1,\"1,234\"\nk2,\"5,5\"\n"))
                .containsExactly("k1|1.234 c NUM_LOCALE", "k2|5.5 c NUM_LOCALE");
        assertThat(reads(Kind.MONEY).rows("k,c\nk1,\"1,234\"\nk2,5.5\n"))
                .containsExactly("k1|1234 c NUM_LOCALE", "k2|5.5");
        assertThat(reads(Kind.MONEY).rows("k,c\nk1,\"1,234\"\nk2,5.5\nk3,\"5,5\"\n"))
                .containsExactly("2 c NUM_LOCALE", "k2|5.5", "k3|5.5 c NUM_LOCALE");
        assertThat(reads(Kind.MONEY)
                        .with(OPTIONS.decimalMark(DecimalMark.POINT))
                        .rows("k,c\nk1,\"1,234\"\n"))
                .containsExactly("k1|1234 c NUM_LOCALE");
    }

    @Test
    void comparesTheSignOfAnAmountWithItsCurrency() {
        Reads reads = new Reads(
                folder,
                Column.of(Kind.TEXT, "k"),
                Column.of(Kind.MONEY, "fee").related("currency"),
                Column.of(Kind.CURRENCY, "currency"));

        assertThat(reads.rows("k,fee,currency\nk1,€5.00,EUR\nk2,€5.00,USD\n"))
                .containsExactly("k1|5.00|EUR fee NUM_LOCALE", "3 fee NUM_LOCALE");
    }

    @Test
    void putsLostZerosBack_whenTheCountryTellsHowMany() {
        Reads reads = new Reads(
                folder,
                Column.of(Kind.TEXT, "k"),
                Column.of(Kind.POSTCODE, "zip").related("country"),
                Column.of(Kind.COUNTRY, "country"));

        assertThat(reads.rows("k,zip,country\nk1,1067,DE\nk2,501,United States\nk3,1067,Austria\nk4,1067,\n"))
                .containsExactly(
                        "k1|01067|DE zip XL_ZERO_LOST",
                        "k2|00501|United States zip XL_ZERO_LOST",
                        "k3|1067|Austria",
                        "k4|1067|");
        assertThat(reads(Kind.PHONE).with(OPTIONS.region("FR")).rows("k,c\nk1,612345678\nk2,61234\n"))
                .containsExactly("k1|0612345678 c XL_ZERO_LOST", "k2|61234");
    }

    @Test
    void refusesIdsThatWereCutTo15Digits_whenOthersWereNot() {
        String csv = "k,c\nk1,12345678901234567\nk2,12345678901234500\n";

        assertThat(reads(Kind.ID).rows(csv)).containsExactly("k1|12345678901234567", "3 c XL_15DIGITS");
        assertThat(reads(Kind.REFERENCE).rows(csv)).containsExactly("k1|12345678901234567", "k2| c XL_15DIGITS");
        assertThat(reads(Kind.ID).rows("k,c\nk2,12345678901234500\n")).containsExactly("k2|12345678901234500");
    }

    @Test
    void countsFrom1904_whenToldSo() {
        assertThat(reads(Kind.DATE).with(OPTIONS.withDates1904()).rows("k,c\nk1,43538\n"))
                .containsExactly("k1|2023-03-15 c XL_SERIAL");
    }

    @Test
    void reportsTimesThatAZoneSkipsOrRepeats() {
        Reads reads = reads(Kind.MOMENT).with(OPTIONS.zone(ZoneId.of("Europe/Berlin")));
        Table table = reads.table("k,c\nk1,2026-03-29 02:30\nk2,2026-10-25 02:30\nk3,2026-10-25 12:30\n");

        assertThat(Reads.rows(table))
                .containsExactly(
                        "k1|2026-03-29 02:30 c TZ_AMBIG", "k2|2026-10-25 02:30 c TZ_AMBIG", "k3|2026-10-25 12:30");
        try (TabularReader reader = table.read()) {
            assertThat(((Data) Objects.requireNonNull(reader.next())).moment("c"))
                    .contains(Instant.parse("2026-03-29T01:30:00Z"));
            assertThat(((Data) Objects.requireNonNull(reader.next())).moment("c"))
                    .contains(Instant.parse("2026-10-25T00:30:00Z"));
        }
    }

    @Test
    void knowsChoicesBySpellingAndAlias_andKeepsNewOnes() {
        Reads reads = new Reads(
                folder,
                Column.of(Kind.TEXT, "k"),
                Column.choice("c", "no_show", "none", "scheduled").meaning("booked", "scheduled"));

        assertThat(reads.rows("k,c\nk1,No-Show\nk2,BOOKED\nk3,none\nk4,dormant\n"))
                .containsExactly("k1|no_show", "k2|scheduled", "k3|none", "k4|dormant c ENUM_NEW");
    }

    @Test
    void keepsLinesOfLongText_andPutsOthersOnOneLine() {
        assertThat(reads(Kind.LONG_TEXT).rows("k,c\nk1,\"a\r\nb\"\n")).containsExactly("k1|a\nb");
        assertThat(reads(Kind.TEXT).rows("k,c\nk1,\"a\r\nb\"\n")).containsExactly("k1|a b c EOL");
    }

    @ParameterizedTest
    @CsvSource({"=1+1", "+49 30", "-5", "@x", "plain", "'quoted'"})
    void readsWhatItGuarded(String text) {
        String csv = "k,c\nk1," + CellText.guarded(text) + "\n";

        assertThat(reads(Kind.TEXT).rows(csv).get(0)).startsWith("k1|" + text);
        assertThat(CellText.guarded(text).charAt(0)).isNotIn('=', '+', '-', '@');
    }
}
