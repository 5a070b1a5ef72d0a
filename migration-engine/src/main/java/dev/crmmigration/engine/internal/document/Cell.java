package dev.crmmigration.engine.internal.document;

/** What stands in a table: a text, or a number that is written as forms write numbers. */
record Cell(String text, boolean isNumber) {

    static Cell of(Object value) {
        return value instanceof Long || value instanceof Integer
                ? new Cell(value.toString(), true)
                : new Cell(String.valueOf(value), false);
    }

    /** Gives it for people: numbers with commas between their thousands. */
    String shown() {
        return isNumber ? Words.number(Long.parseLong(text)) : text;
    }
}
