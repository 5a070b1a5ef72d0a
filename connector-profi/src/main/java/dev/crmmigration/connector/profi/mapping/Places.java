package dev.crmmigration.connector.profi.mapping;

import java.util.function.UnaryOperator;

/** Expressions about postal addresses. */
public final class Places {

    private Places() {}

    /** Returns the columns that an address is made from. */
    public static String[] columns() {
        return new String[] {"address_line1", "address_line2", "city", "state", "postal_code", "country"};
    }

    /**
     * Returns the expression of an address.
     *
     * @param column gives the expression of a column
     */
    public static String address(UnaryOperator<String> column) {
        return "address(join(\", \", " + column.apply("address_line1") + ", " + column.apply("address_line2") + "), "
                + column.apply("city") + ", " + column.apply("state") + ", " + column.apply("postal_code") + ", "
                + column.apply("country") + ")";
    }
}
