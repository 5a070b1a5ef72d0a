package dev.crmmigration.connector.nextcrm.app;

/** A row holds a value that is no value of its field. */
final class RowRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String column;

    /** @param rule the code of the rule that is broken, with what to do in words; never the value */
    RowRefusedException(String column, String rule) {
        super(rule);
        this.column = column;
    }

    String column() {
        return column;
    }

    String rule() {
        return String.valueOf(getMessage());
    }
}
