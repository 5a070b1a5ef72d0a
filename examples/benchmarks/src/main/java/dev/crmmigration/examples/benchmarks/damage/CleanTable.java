package dev.crmmigration.examples.benchmarks.damage;

import dev.crmmigration.toolkit.cells.Kind;
import dev.crmmigration.toolkit.cells.ReadingOptions;
import dev.crmmigration.toolkit.tabular.Column;
import dev.crmmigration.toolkit.tabular.TableSpec;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** An export with nothing wrong in it. */
final class CleanTable {

    static final TableSpec SPEC = TableSpec.of(
            "clients",
            Column.of(Kind.ID, "client_id"),
            Column.of(Kind.EMAIL, "email"),
            Column.of(Kind.TEXT, "first_name"),
            Column.of(Kind.TEXT, "last_name"),
            Column.of(Kind.TEXT, "company"),
            Column.of(Kind.PHONE, "phone"),
            Column.of(Kind.POSTCODE, "postal_code").related("country"),
            Column.of(Kind.COUNTRY, "country"),
            Column.choice("status", "lead", "active", "no_show"),
            Column.of(Kind.BOOLEAN, "newsletter"),
            Column.of(Kind.MONEY, "fee").related("currency"),
            Column.of(Kind.CURRENCY, "currency"),
            Column.of(Kind.INTEGER, "sessions"),
            Column.of(Kind.DATE, "born_on"),
            Column.of(Kind.MOMENT, "created_at").ordered(),
            Column.of(Kind.CODE, "contract_no"),
            Column.of(Kind.REFERENCE, "coach_id"),
            Column.of(Kind.LONG_TEXT, "notes"));

    static final List<String> HEADER = SPEC.columns().stream().map(Column::key).toList();
    static final ReadingOptions OPTIONS =
            ReadingOptions.NONE.zone(ZoneOffset.UTC).exported(Instant.parse("2026-03-02T00:00:00Z"));

    private static final String[] FIRST = {"Zoë", "Jürgen", "Ana", "Łukasz", "Chloé", "Mia", "Søren", "Bob"};
    private static final String[] LAST = {"Müller", "Núñez", "Østergård", "Smith", "d'Arc", "Weiß", "Dvořák", "O'Hara"};
    private static final String[] COMPANY = {
        "Bäcker & Söhne", "Acme, Inc.", "Blue \"Sky\" Ltd", "", "Kiosk; Bar", "Nord GmbH"
    };
    private static final String[] NOTE = {
        "Met at the fair.",
        "Likes tea,\nnot coffee.",
        "Wants a \"plan\" – soon…",
        "",
        "Loves tea, no coffee",
        "First line\n\nthird line",
        "50 € off"
    };

    private final List<List<String>> rows;

    private CleanTable(List<List<String>> rows) {
        this.rows = rows;
    }

    static CleanTable of(int size, Random random) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            rows.add(row(i, random));
        }
        return new CleanTable(rows);
    }

    private static List<String> row(int i, Random random) {
        LocalDate born = LocalDate.of(1950, 1, 1).plusDays(random.nextInt(18_000));
        Instant created = Instant.parse("2019-01-01T08:00:00Z").plusSeconds(i * 43_211L);
        boolean german = random.nextBoolean();
        return Arrays.asList(
                "cli_" + (10_000 + i),
                "person" + i + "@example.com",
                pick(FIRST, random),
                pick(LAST, random),
                pick(COMPANY, random),
                "+49301" + (1_000_000 + i),
                String.format("%05d", random.nextInt(100_000)),
                german ? "DE" : "United States",
                new String[] {"lead", "active", "no_show"}[random.nextInt(3)],
                random.nextBoolean() ? "true" : "false",
                random.nextInt(5_000) + "." + String.format("%02d", random.nextInt(100)),
                german ? "EUR" : "USD",
                String.valueOf(random.nextInt(60)),
                born.toString(),
                created.toString(),
                "RE-" + (2_000 + i),
                "co_" + (1 + random.nextInt(9)),
                pick(NOTE, random));
    }

    private static String pick(String[] from, Random random) {
        return from[random.nextInt(from.length)];
    }

    /** Returns the cells of all rows; the caller must not change them. */
    List<List<String>> rows() {
        return rows;
    }

    /** Returns a copy whose cells may be changed. */
    List<List<String>> copy() {
        List<List<String>> copy = new ArrayList<>();
        rows.forEach(row -> copy.add(new ArrayList<>(row)));
        return copy;
    }
}
