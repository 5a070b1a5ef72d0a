package dev.crmmigration.toolkit.cells;

import java.util.Optional;

/** Looks at all numbers of a column to find out what its decimal mark is. Not thread-safe. */
final class NumberEvidence {

    private boolean point;
    private boolean comma;

    void see(NumberText number) {
        point |= number.mark().filter(DecimalMark.POINT::equals).isPresent();
        comma |= number.mark().filter(DecimalMark.COMMA::equals).isPresent();
    }

    /** Returns the decimal mark that all numbers of the column share, if that is sure. */
    Optional<DecimalMark> mark(ReadingOptions options) {
        if (point && comma) {
            return Optional.empty();
        }
        if (point || comma) {
            return Optional.of(point ? DecimalMark.POINT : DecimalMark.COMMA);
        }
        return options.decimalMark();
    }
}
