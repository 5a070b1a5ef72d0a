package dev.crmmigration.toolkit.bundle;

import dev.crmmigration.api.error.MigrationException;

/** A row cannot be a record and is put aside; the rest goes on. The message never holds the value. */
public final class RowRefusedException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final String column;

    /**
     * @param column the header of the column that is wrong, or empty text
     * @param rule the code of the rule with what to do
     */
    public RowRefusedException(String column, String rule) {
        super(rule, null);
        this.column = column;
    }

    public String column() {
        return column;
    }

    public String rule() {
        return String.valueOf(getMessage());
    }
}
