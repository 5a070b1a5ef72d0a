package dev.crmmigration.toolkit.tabular;

import dev.crmmigration.toolkit.http.Json;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Writes a value of JSON as the cell that a delimited file would have for it. */
final class JsonCell {

    private JsonCell() {}

    static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return plain(number);
        }
        return value instanceof String || value instanceof Long || value instanceof Boolean
                ? value.toString()
                : Json.write(value);
    }

    /** The point of a number in JSON is sure; before three digits in a cell it might stand between thousands. */
    private static String plain(BigDecimal number) {
        BigDecimal sure = number.scale() == 3 ? number.setScale(4) : number;
        return sure.toPlainString();
    }
}
