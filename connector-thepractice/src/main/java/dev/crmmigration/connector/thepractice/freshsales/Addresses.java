package dev.crmmigration.connector.thepractice.freshsales;

import dev.crmmigration.toolkit.mapping.Fields;
import java.util.function.UnaryOperator;

/** Postal addresses as Freshsales has them: a field for each part. */
final class Addresses {

    private Addresses() {}

    /** @param column gives the expression of a column */
    static void set(Fields fields, UnaryOperator<String> column) {
        fields.set(
                        "address",
                        "join(\", \", " + column.apply("address_line1") + ", " + column.apply("address_line2") + ")",
                        "address_line1",
                        "address_line2")
                .set("city", column.apply("city"), "city")
                .set("state", column.apply("state"), "state")
                .set("zipcode", column.apply("postal_code"), "postal_code")
                .set("country", column.apply("country"), "country");
    }
}
