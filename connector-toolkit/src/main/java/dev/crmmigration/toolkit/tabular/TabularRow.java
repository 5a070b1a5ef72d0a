package dev.crmmigration.toolkit.tabular;

import dev.crmmigration.api.source.Origin;
import dev.crmmigration.api.source.Repair;
import java.util.List;
import java.util.function.Function;

/** One row below the header: its cells, or why it cannot be read. */
public sealed interface TabularRow {

    /** Where the row stands: the file, relative to the export, and its first line, from 1 with the header. */
    Origin origin();

    /** Calls the function of this row's case. */
    <R> R match(Function<Data, R> data, Function<Broken, R> broken);

    /**
     * A row with as many cells as there are columns.
     *
     * @param cells the text of each column, empty where there is none; never {@code null}
     * @param repairs what was mended: {@code short-row}, {@code trailing-delimiter}, {@code windows-1252}; or that a
     *     {@code repeated-header} stood before it
     */
    record Data(Origin origin, List<String> cells, List<Repair> repairs) implements TabularRow {
        public Data {
            cells = List.copyOf(cells);
            repairs = List.copyOf(repairs);
        }

        @Override
        public <R> R match(Function<Data, R> data, Function<Broken, R> broken) {
            return data.apply(this);
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
     * @param rule the code of the rule that it breaks, with what to do in words
     */
    record Broken(Origin origin, String rule) implements TabularRow {
        @Override
        public <R> R match(Function<Data, R> data, Function<Broken, R> broken) {
            return broken.apply(this);
        }
    }
}
