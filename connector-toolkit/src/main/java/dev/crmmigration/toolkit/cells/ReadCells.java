package dev.crmmigration.toolkit.cells;

import dev.crmmigration.toolkit.damage.Mend;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a row, read.
 *
 * @param texts the text of each column as it was mended; empty where there is none
 * @param values the value of each column by its kind, or {@code null}
 * @param mends what was mended
 * @param refusal why the row cannot be read, or {@code null} if it can
 */
public record ReadCells(
        List<String> texts,
        List<@Nullable Object> values,
        List<Mend> mends,
        @Nullable Refusal refusal) {

    /**
     * Why a row is put aside.
     *
     * @param column the header of the column
     * @param rule the code of the rule and what to do
     */
    public record Refusal(String column, String rule) {}
}
