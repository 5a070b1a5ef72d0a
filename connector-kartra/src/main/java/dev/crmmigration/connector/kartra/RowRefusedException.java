package dev.crmmigration.connector.kartra;

/** A row cannot be read and is put aside. */
final class RowRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String column;
    private final String rule;

    /**
     * @param column the key or header of the column, or empty text for the whole row
     * @param rule the code of the rule that it breaks, with what to do in words; never the value
     */
    RowRefusedException(String column, String rule) {
        // One may be thrown for every row of a large file, and nobody looks at the stack.
        super(column + ": " + rule, null, false, false);
        this.column = column;
        this.rule = rule;
    }

    String column() {
        return column;
    }

    String rule() {
        return rule;
    }
}
