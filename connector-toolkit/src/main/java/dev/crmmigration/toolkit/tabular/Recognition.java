package dev.crmmigration.toolkit.tabular;

import dev.crmmigration.toolkit.damage.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells by its header which table a file holds. */
final class Recognition {

    private static final int FEWEST = 2;
    private static final double HALF = 0.5;

    private Recognition() {}

    /**
     * Returns the table that knows the largest part of the file's columns; of equals the one named like the file, then the one
     * that the file has the largest part of.
     *
     * @param listed the table that a manifest names, or empty text
     */
    static Optional<TableSpec> of(TabularFile file, List<TableSpec> specs, String listed) {
        TableSpec best = null;
        double bestScore = 0;
        for (TableSpec spec : specs) {
            double score = score(file, spec, listed.isEmpty() ? stem(file.name()) : listed, !listed.isEmpty());
            if (score > bestScore) {
                best = spec;
                bestScore = score;
            }
        }
        return Optional.ofNullable(best);
    }

    private static double score(TabularFile file, TableSpec spec, String name, boolean isListed) {
        Map<String, TabularColumn> known = spec.known(file.columns());
        long columns = file.columns().stream()
                .filter(column -> !column.header().isEmpty())
                .count();
        boolean isNamed = spec.name().equalsIgnoreCase(name);
        if (isListed && isNamed && !known.isEmpty()) {
            return Double.MAX_VALUE;
        }
        boolean enough = known.size() >= Math.min(FEWEST, columns) && known.size() >= columns * HALF / 2;
        if (known.isEmpty() || !enough || spec.isMissingRequired(known)) {
            return 0;
        }
        double ofFile = (double) known.size() / columns;
        double ofSpec = (double) known.size() / spec.columns().size();
        return Math.round(ofFile * 100) + (isNamed ? HALF : 0) + ofSpec / FEWEST / 2;
    }

    private static String stem(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** Says that a file has no header, and which one it could have. */
    static String missingHeader(TabularFile file, List<TableSpec> specs) {
        String suggested = specs.stream()
                .filter(spec -> spec.columns().size() >= file.width())
                .filter(spec -> spec.name().equalsIgnoreCase(stem(file.name())))
                .findFirst()
                .map(spec -> " Its first line could be: "
                        + String.join(
                                ",",
                                spec.columns().stream()
                                        .limit(file.width())
                                        .map(Column::key)
                                        .toList()))
                .orElse("");
        return Rule.HDR_MISSING.because("the first line of file " + file.name()
                + " holds data, not the names of columns. Export it with a header, or add one." + suggested);
    }
}
