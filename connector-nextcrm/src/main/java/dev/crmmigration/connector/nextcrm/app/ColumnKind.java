package dev.crmmigration.connector.nextcrm.app;

import dev.crmmigration.api.catalog.FieldType;

/** How a column is to be understood. */
enum ColumnKind {
    /** Text on one line. */
    LINE(FieldType.TEXT, "SEU"),
    /** Text with line breaks, or JSON as it stands. */
    PROSE(FieldType.LONG_TEXT, "SEU"),
    WHOLE(FieldType.INTEGER, "N"),
    NUMBER(FieldType.DECIMAL, "N"),
    YES_NO(FieldType.BOOLEAN, "B"),
    /** A time without zone, which is UTC. */
    MOMENT(FieldType.INSTANT, "D"),
    /** One word of an enum of the database. */
    WORD(FieldType.CHOICE, "SE"),
    /** An array of texts. */
    WORDS(FieldType.CHOICES, "A"),
    /** JSON whose shape nobody promises: none, texts, or objects with a label. */
    LABELS(FieldType.CHOICES, "U"),
    /** JSON with e-mail addresses: texts, or objects with an address. */
    ADDRESSES(FieldType.LONG_TEXT, "U"),
    /** The id of a record of another object. */
    REFERENCE(FieldType.REFERENCE, "SU"),
    /** The id of a row of a small table, of which the name is taken. */
    NAMED(FieldType.CHOICE, "SU"),
    /** The id of a user, of which the e-mail address is taken. */
    OWNER(FieldType.USER, "SU"),
    /** A file, named by the row's id; reads its name and, if there is one, a column that must be empty. */
    FILE(FieldType.ATTACHMENT, "SEU"),
    /** An amount, with the currency in a second column. */
    MONEY(FieldType.MONEY, "N");

    private final FieldType type;
    private final String categories;

    ColumnKind(FieldType type, String categories) {
        this.type = type;
        this.categories = categories;
    }

    FieldType type() {
        return type;
    }

    /** Tells whether a column of this category of types (pg_type.typcategory) can be read as this. */
    boolean fits(String category) {
        return categories.contains(category);
    }
}
