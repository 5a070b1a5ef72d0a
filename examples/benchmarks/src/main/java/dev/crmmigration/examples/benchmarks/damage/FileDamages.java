package dev.crmmigration.examples.benchmarks.damage;

import static dev.crmmigration.examples.benchmarks.damage.Damage.lasting;
import static dev.crmmigration.examples.benchmarks.damage.Damage.repairable;

import dev.crmmigration.toolkit.damage.Rule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Damages of whole files: their bytes, what separates cells, what stands above and below the rows. */
final class FileDamages {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private FileDamages() {}

    static List<Damage> all() {
        List<Damage> all = new ArrayList<>();
        for (String charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")) {
            all.add(repairable(
                    Rule.ENC_BOM,
                    charset + " with a mark",
                    (clean, random) -> Damaged.in(
                            Charset.forName(charset), "\uFEFF" + CsvFile.usual().text(clean.rows()), every(clean))));
        }
        for (String charset : List.of("UTF-16LE", "UTF-16BE")) {
            all.add(repairable(
                    Rule.ENC_UTF16,
                    charset + " without a mark",
                    (clean, random) ->
                            Damaged.in(Charset.forName(charset), CsvFile.usual().text(clean.rows()), every(clean))));
        }
        all.add(repairable(Rule.ENC_1252, "Windows-1252", (clean, random) -> windows(clean)));
        all.add(repairable(Rule.ENC_MIXED, "some lines in Windows-1252", FileDamages::mixed));
        all.add(repairable(
                Rule.SEP_LINE,
                "sep=; before the header",
                (clean, random) ->
                        Damaged.utf8("sep=;\n" + new CsvFile(";", "\n", false).text(clean.rows()), every(clean))));
        for (String delimiter : List.of(";", "\t", "|")) {
            all.add(repairable(
                    Rule.DELIM,
                    "separated by " + (delimiter.equals("\t") ? "tabs" : delimiter),
                    (clean, random) ->
                            Damaged.utf8(new CsvFile(delimiter, "\n", false).text(clean.rows()), every(clean))));
        }
        all.add(repairable(
                Rule.EOL,
                "CRLF",
                (clean, random) -> Damaged.utf8(new CsvFile(",", "\r\n", false).text(clean.rows()), every(clean))));
        all.add(repairable(
                Rule.EOL,
                "CR",
                (clean, random) -> Damaged.utf8(new CsvFile(",", "\r", false).text(clean.rows()), every(clean))));
        all.add(repairable(
                Rule.QUOTE_BACKSLASH,
                "backslashes before quotes",
                (clean, random) -> Damaged.utf8(new CsvFile(",", "\n", true).text(clean.rows()), every(clean))));
        all.add(repairable(
                Rule.HDR_PREAMBLE,
                "a title above the header",
                (clean, random) -> Damaged.utf8(
                        "Clients of Acme Coaching\nAll of them,,\n\n"
                                + CsvFile.usual().text(clean.rows()),
                        every(clean))));
        all.add(repairable(Rule.HDR_REPEAT, "the header again", FileDamages::headerAgain));
        all.add(repairable(
                Rule.FOOTER,
                "totals below",
                (clean, random) -> Damaged.utf8(
                        CsvFile.usual().text(clean.rows()) + "Total,,,,,,,,,,12345.00\nExported on 2026-03-02\n",
                        every(clean))));
        all.add(repairable(Rule.ROW_BLANK, "blank lines", FileDamages::blankLines));
        all.add(repairable(Rule.COL_EMPTY_TRAIL, "empty columns at the end", FileDamages::emptyColumns));
        all.add(repairable(Rule.HDR_DUP, "a column twice", FileDamages::columnTwice));
        all.add(repairable(Rule.HDR_DUP, "a column in two halves", FileDamages::columnInHalves));
        all.add(repairable(Rule.TRUNCATED, "packed with gzip", (clean, random) -> gzip(clean, 0)));
        all.add(lasting(Rule.TRUNCATED, "gzip cut off", (clean, random) -> gzip(clean, 100)));
        all.add(lasting(Rule.TRUNCATED, "cut off within the last row", FileDamages::cutOff));
        all.add(lasting(
                Rule.HDR_MISSING,
                "no header",
                (clean, random) ->
                        Damaged.utf8(String.join("\n", CsvFile.usual().lines(clean.rows())) + "\n", every(clean))));
        return all;
    }

    static Set<Integer> every(CleanTable clean) {
        return IntStream.range(0, clean.rows().size()).boxed().collect(Collectors.toSet());
    }

    /** Only letters that Windows-1252 has. */
    private static List<List<String>> western(CleanTable clean) {
        List<List<String>> rows = clean.copy();
        rows.forEach(row -> row.replaceAll(cell -> WINDOWS.newEncoder().canEncode(cell) ? cell : "Zoë"));
        return rows;
    }

    private static Damaged windows(CleanTable clean) {
        Set<Integer> rows = every(clean);
        rows.removeIf(i -> !western(clean.rows().get(i)));
        return Damaged.in(WINDOWS, CsvFile.usual().text(western(clean)), rows);
    }

    private static boolean western(List<String> row) {
        return row.stream().allMatch(cell -> WINDOWS.newEncoder().canEncode(cell));
    }

    private static Damaged mixed(CleanTable clean, Random random) {
        Set<Integer> damaged = new HashSet<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((CsvFile.usual().line(CleanTable.HEADER) + "\n").getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < clean.rows().size(); i++) {
            boolean other = random.nextInt(20) == 0 && western(clean.rows().get(i));
            String line = CsvFile.usual().line(clean.rows().get(i)) + "\n";
            bytes.writeBytes(line.getBytes(other ? WINDOWS : StandardCharsets.UTF_8));
            if (other) {
                damaged.add(i);
            }
        }
        return new Damaged(bytes.toByteArray(), damaged);
    }

    private static Damaged headerAgain(CleanTable clean, Random random) {
        List<String> lines = CsvFile.usual().lines(clean.rows());
        Set<Integer> damaged = new HashSet<>();
        for (int i = lines.size() - 1; i > 0; i -= 1 + random.nextInt(200)) {
            lines.add(i, CsvFile.usual().line(CleanTable.HEADER));
            damaged.add(i);
        }
        return Damaged.utf8(CsvFile.usual().text(CleanTable.HEADER, lines), damaged);
    }

    private static Damaged blankLines(CleanTable clean, Random random) {
        List<String> lines = CsvFile.usual().lines(clean.rows());
        Set<Integer> damaged = new HashSet<>();
        for (int i = lines.size() - 1; i > 0; i -= 1 + random.nextInt(40)) {
            lines.add(i, random.nextBoolean() ? "" : ",".repeat(CleanTable.HEADER.size() - 1));
            damaged.add(i);
        }
        return Damaged.utf8(CsvFile.usual().text(CleanTable.HEADER, lines), damaged);
    }

    private static Damaged emptyColumns(CleanTable clean, Random random) {
        List<String> lines = CsvFile.usual().lines(clean.rows());
        lines.replaceAll(line -> line + ",,");
        List<String> header = new ArrayList<>(CleanTable.HEADER);
        header.addAll(List.of("", ""));
        return Damaged.utf8(CsvFile.usual().text(header, lines), every(clean));
    }

    private static Damaged columnTwice(CleanTable clean, Random random) {
        List<List<String>> rows = clean.copy();
        rows.forEach(row -> row.add(row.get(1)));
        return Damaged.utf8(CsvFile.usual().text(withEmail(), CsvFile.usual().lines(rows)), every(clean));
    }

    private static Damaged columnInHalves(CleanTable clean, Random random) {
        List<List<String>> rows = clean.copy();
        for (List<String> row : rows) {
            boolean second = random.nextBoolean();
            row.add(second ? row.get(1) : "");
            row.set(1, second ? "" : row.get(1));
        }
        return Damaged.utf8(CsvFile.usual().text(withEmail(), CsvFile.usual().lines(rows)), every(clean));
    }

    private static List<String> withEmail() {
        List<String> header = new ArrayList<>(CleanTable.HEADER);
        header.add("Email");
        return header;
    }

    private static Damaged gzip(CleanTable clean, int missing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(CsvFile.usual().text(clean.rows()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Damaged(Arrays.copyOf(bytes.toByteArray(), bytes.size() - missing), every(clean));
    }

    private static Damaged cutOff(CleanTable clean, Random random) {
        String text = CsvFile.usual().text(clean.rows());
        int last = text.lastIndexOf("cli_");
        return Damaged.utf8(text.substring(0, last + 20), Set.of(clean.rows().size() - 1));
    }
}
