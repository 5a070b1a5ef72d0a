package dev.crmmigration.examples.benchmarks.damage;

import static dev.crmmigration.examples.benchmarks.damage.Damage.lasting;
import static dev.crmmigration.examples.benchmarks.damage.Damage.repairable;

import dev.crmmigration.toolkit.damage.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Damages of rows: quotes that do not fit, cells too many or too few, lines broken in two. */
final class RowDamages {

    private static final int NOTES = CleanTable.HEADER.indexOf("notes");
    private static final int COMPANY = CleanTable.HEADER.indexOf("company");
    private static final int FEE = CleanTable.HEADER.indexOf("fee");
    private static final int LAST_NAME = CleanTable.HEADER.indexOf("last_name");

    private RowDamages() {}

    static List<Damage> all() {
        List<Damage> all = new ArrayList<>();
        all.add(repairable(
                Rule.QUOTE_STRAY,
                "a quote in a bare cell",
                (clean, random) ->
                        some(clean, random, row -> row.get(COMPANY).startsWith("Blue") ? bare(row, COMPANY) : null)));
        all.add(repairable(
                Rule.ROW_LONG,
                "empty cells too many",
                (clean, random) -> some(clean, random, row -> CsvFile.usual().line(row) + ",,")));
        all.add(repairable(
                Rule.ROW_LONG,
                "a bare comma beside typed cells",
                (clean, random) ->
                        some(clean, random, row -> row.get(NOTES).startsWith("Loves tea") ? bare(row, NOTES) : null)));
        all.add(repairable(
                Rule.ROW_LONG,
                "a bare decimal comma",
                (clean, random) -> some(
                        clean,
                        random,
                        row -> CsvFile.usual()
                                .line(row)
                                .replace(
                                        "," + row.get(FEE) + ",",
                                        "," + row.get(FEE).replace('.', ',') + ","))));
        all.add(lasting(
                Rule.ROW_LONG,
                "a bare comma between free texts",
                (clean, random) ->
                        some(clean, random, row -> row.get(COMPANY).startsWith("Acme") ? bare(row, COMPANY) : null)));
        all.add(repairable(
                Rule.ROW_SHORT,
                "empty cells left out at the end",
                (clean, random) -> some(
                        clean,
                        random,
                        row -> row.get(NOTES).isEmpty() ? CsvFile.usual().line(row.subList(0, NOTES)) : null)));
        all.add(repairable(
                Rule.ROW_SHORT,
                "a bare line break in the last cell",
                (clean, random) ->
                        some(clean, random, row -> row.get(NOTES).startsWith("First line") ? bare(row, NOTES) : null)));
        all.add(repairable(
                Rule.ROW_SHORT,
                "a bare line break in the middle",
                (clean, random) ->
                        some(clean, random, row -> row.get(LAST_NAME).equals("Smith") ? brokenName(row) : null)));
        all.add(lasting(
                Rule.QUOTE_RUNAWAY,
                "an opening quote too many",
                (clean, random) -> some(
                        clean,
                        random,
                        row -> row.get(COMPANY).startsWith("Nord")
                                ? CsvFile.usual().line(row).replace("Nord", "\"Nord")
                                : null)));
        all.add(lasting(
                Rule.QUOTE_STRAY,
                "quotes within quotes, not doubled",
                (clean, random) -> rare(
                        clean,
                        row -> row.get(COMPANY).startsWith("Blue")
                                ? CsvFile.usual().line(row).replace("\"\"Sky\"\"", "\"Sky\"")
                                : null)));
        all.add(lasting(
                Rule.ROW_LONG,
                "a cell too many among free texts",
                (clean, random) -> some(clean, random, row -> {
                    List<String> more = new ArrayList<>(row);
                    more.add(3, "von");
                    return CsvFile.usual().line(more);
                })));
        all.add(lasting(
                Rule.ROW_SHORT,
                "a cell missing in the middle",
                (clean, random) -> some(clean, random, row -> {
                    List<String> less = new ArrayList<>(row);
                    less.remove(COMPANY);
                    return CsvFile.usual().line(less);
                })));
        return all;
    }

    /** A cell without the quotes that it needs. */
    private static String bare(List<String> row, int index) {
        List<String> cells =
                new ArrayList<>(row.stream().map(CsvFile.usual()::cell).toList());
        cells.set(index, row.get(index));
        return String.join(",", cells);
    }

    private static String brokenName(List<String> row) {
        return CsvFile.usual().line(row).replace(",Smith,", ",Smi\nth,").replace("Smi\nth", "Smith\n");
    }

    private static Damaged some(CleanTable clean, Random random, Function<List<String>, @Nullable String> change) {
        return damaged(clean, change, i -> random.nextInt(10) == 0);
    }

    /** Hundred such lines stop a file. */
    private static Damaged rare(CleanTable clean, Function<List<String>, @Nullable String> change) {
        int every = Math.max(1, clean.rows().size() / 300);
        return damaged(clean, change, i -> i % every == 0);
    }

    private static Damaged damaged(
            CleanTable clean, Function<List<String>, @Nullable String> change, Function<Integer, Boolean> which) {
        List<String> lines = CsvFile.usual().lines(clean.rows());
        Set<Integer> damaged = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String changed = which.apply(i) ? change.apply(clean.rows().get(i)) : null;
            if (changed != null && !changed.equals(lines.get(i))) {
                lines.set(i, changed);
                damaged.add(i);
            }
        }
        return Damaged.utf8(CsvFile.usual().text(CleanTable.HEADER, lines), damaged);
    }
}
