package dev.crmmigration.connector.nextcrm.mapping;

/** The lines of an opportunity as a text. */
public final class LineItemText {

    private LineItemText() {}

    /**
     * Returns, over an opportunity, its lines.
     *
     * @param elsewhere which of them stand elsewhere, over a line
     */
    public static String lines(String elsewhere) {
        return "related(lineItem, on: opportunity, equals: $id, where: not(" + elsewhere
                + "), each: concat(html(name), \": \", text(quantity), \" x \", text(unit_price), \" = \","
                + " text(line_total)), reduce: list, order: sort_order)";
    }

    public static String note(String lines) {
        return "join(\"<br>\", \"Line items\", " + lines + ")";
    }
}
