package dev.crmmigration.toolkit.cells;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at all dates of a column to find out in which order it writes them. Not thread-safe. */
final class DateEvidence {

    /** Fewer dates are in some order by chance. */
    private static final int ENOUGH_IN_ORDER = 8;

    private boolean dayFirst;
    private boolean monthFirst;
    private boolean allDashes = true;
    private final Course asDayFirst = new Course();
    private final Course asMonthFirst = new Course();

    void see(DateText date) {
        if (date.isTold()) {
            return;
        }
        allDashes &= date.separator() == '-';
        // Dots are written between numbers where the day comes first, and nowhere else.
        boolean dots = date.separator() == '.' && date.second() <= 12;
        dayFirst |= date.first() > 12 || dots;
        monthFirst |= date.second() > 12;
        int year = date.shape() == DateText.Shape.SHORT_YEAR ? 2000 + date.year() : date.year();
        asDayFirst.see(date.fits(DateOrder.DAY_FIRST, year) ? date.date(DateOrder.DAY_FIRST, year) : null);
        asMonthFirst.see(date.fits(DateOrder.MONTH_FIRST, year) ? date.date(DateOrder.MONTH_FIRST, year) : null);
    }

    /** Tells whether some dates of the column have the day first and others the month. */
    boolean isMixed() {
        return dayFirst && monthFirst;
    }

    /** Returns the order that all dates of the column share, if that is sure. */
    Optional<DateOrder> order(CellColumn column, ReadingOptions options) {
        if (isMixed()) {
            return Optional.empty();
        }
        if (dayFirst || monthFirst) {
            return Optional.of(dayFirst ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST);
        }
        if (allDashes && options.dashOrder().isPresent()) {
            return options.dashOrder();
        }
        Optional<DateOrder> byCourse = column.ordered() ? byCourse() : Optional.empty();
        return byCourse.isPresent() ? byCourse : options.dateOrder();
    }

    private Optional<DateOrder> byCourse() {
        if (asDayFirst.isSteady() == asMonthFirst.isSteady()) {
            return Optional.empty();
        }
        return Optional.of(asDayFirst.isSteady() ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST);
    }

    /** Whether dates go up all the way, or down. */
    private static final class Course {

        private @Nullable LocalDate last;
        private boolean up;
        private boolean down;
        private boolean broken;
        private int steps;

        void see(@Nullable LocalDate date) {
            if (date == null) {
                broken = true;
                return;
            }
            int step = last == null ? 0 : date.compareTo(last);
            up |= step > 0;
            down |= step < 0;
            steps += step == 0 ? 0 : 1;
            last = date;
        }

        boolean isSteady() {
            return !broken && up != down && steps >= ENOUGH_IN_ORDER;
        }
    }
}
