package dev.crmmigration.connector.kartra;

import dev.crmmigration.api.catalog.FieldType;

/** How the text of a cell is to be understood. */
enum CellKind {
    /** Text on one line; Kartra writes N/A for none. */
    WORD(FieldType.TEXT),
    /** Text that a person wrote, taken as it is. */
    PROSE(FieldType.LONG_TEXT),
    /** A whole number. */
    NUMBER(FieldType.INTEGER),
    /** Yes or No, 1 or 0. */
    YES_NO(FieldType.BOOLEAN),
    /** A date, or a date with time. */
    MOMENT(FieldType.INSTANT),
    /** An amount whose sign says nothing: the type of the row says whether it came in or went out. */
    AMOUNT(FieldType.MONEY),
    /** An amount that may truly be negative. */
    BALANCE(FieldType.MONEY),
    /** Several names in one cell. */
    NAMES(FieldType.CHOICES),
    /** A column that the customer made: its type is known only when all of it was seen. */
    CUSTOM(FieldType.TEXT);

    private final FieldType type;

    CellKind(FieldType type) {
        this.type = type;
    }

    FieldType type() {
        return type;
    }

    boolean isMoney() {
        return this == AMOUNT || this == BALANCE;
    }
}
