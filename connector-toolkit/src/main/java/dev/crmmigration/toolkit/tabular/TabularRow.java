package dev.crmmigration.toolkit.tabular;

import dev.crmmigration.api.source.Origin;
import dev.crmmigration.api.source.Repair;
import dev.crmmigration.toolkit.damage.Mend;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One row below the header: its cells, or why it cannot be read. */
public sealed interface TabularRow {

    /** Where the row stands: the file, relative to the export, and its first line, from 1. */
    Origin origin();

    /** Calls the function of this row's case. */
    <R> R match(Function<Data, R> data, Function<Broken, R> broken);

    /**
     * A row that was read.
     *
     * @param positions where in the cells each field is
     * @param cells the text of each column that was asked for, mended, empty where there is none; never {@code null}
     * @param values the value of each by its kind, or {@code null}
     * @param mends what was mended, and what stood there; the column is empty text for the whole row
     */
    record Data(
            Origin origin,
            Map<String, Integer> positions,
            List<String> cells,
            List<@Nullable Object> values,
            List<Mend> mends)
            implements TabularRow {

        @Override
        public <R> R match(Function<Data, R> data, Function<Broken, R> broken) {
            return data.apply(this);
        }

        /** Tells whether the file has a column for a field: without one it was not exported, which is not the same as empty. */
        public boolean has(String key) {
            return positions.containsKey(key);
        }

        /** Returns the text of a field, empty if there is none. */
        public String text(String key) {
            Integer position = positions.get(key);
            return position == null ? "" : cells.get(position);
        }

        /** Returns the value of a field by its kind. */
        public Optional<Object> value(String key) {
            Integer position = positions.get(key);
            return position == null ? Optional.empty() : Optional.ofNullable(values.get(position));
        }

        public Optional<Instant> moment(String key) {
            return value(key, Instant.class);
        }

        public Optional<LocalDate> date(String key) {
            return value(key, LocalDate.class);
        }

        public Optional<BigDecimal> decimal(String key) {
            return value(key, BigDecimal.class);
        }

        public Optional<Long> integer(String key) {
            return value(key, Long.class);
        }

        public Optional<Boolean> yesOrNo(String key) {
            return value(key, Boolean.class);
        }

        /** Returns the words of a list, or the addresses of a cell with e-mail addresses; none if it is empty. */
        public List<String> list(String key) {
            return value(key)
                    .filter(List.class::isInstance)
                    .map(list -> ((List<?>) list).stream().map(Object::toString).toList())
                    .orElse(List.of());
        }

        private <T> Optional<T> value(String key, Class<T> type) {
            return value(key).filter(type::isInstance).map(type::cast);
        }

        /** Returns what was mended, as the migration counts it. */
        public List<Repair> repairs() {
            return mends.stream().map(Mend::repair).toList();
        }

        /** Says where the row stands; its cells are personal data. */
        @Override
        public String toString() {
            return "Data[" + origin + ", " + cells.size() + " cells]";
        }
    }

    /**
     * A row that has no certain reading.
     *
     * @param column the header of the column that is wrong, or empty text if it is the whole row
     * @param rule the code of the rule that it breaks, with what to do in words
     */
    record Broken(Origin origin, String column, String rule) implements TabularRow {
        @Override
        public <R> R match(Function<Data, R> data, Function<Broken, R> broken) {
            return broken.apply(this);
        }
    }
}
