package dev.crmmigration.toolkit.cells;

/** How the cells of a column are to be understood; what {@code TableRow} gives for them. */
public enum Kind {
    /** Text exactly as it stands: nothing is mended. Gives the text. */
    RAW(false),
    /** Text on one line; words for nothing are kept. Gives the text. */
    TEXT(false),
    /** Text of several lines, line ends as LF. Gives the text. */
    LONG_TEXT(false),
    /** The key of the row. Gives the text. */
    ID(true),
    /** The key of a row of another table. Gives the text. */
    REFERENCE(true),
    /** A code that people made, such as the number of an invoice. Gives the text. */
    CODE(false),
    /** One or several e-mail addresses. Gives the first as written; the row has all of them. */
    EMAIL(true),
    /** A phone number. Gives the text. */
    PHONE(true),
    /** The address of a page. Gives the text. */
    URL(false),
    /** A postal code. Gives the text, with zeros that were lost if the country tells. */
    POSTCODE(false),
    /** A country by name or code. Gives the text. */
    COUNTRY(false),
    /** A currency. Gives the code in capitals. */
    CURRENCY(true),
    /** One of a few words. Gives the word as the table knows it, or as it stands if it is new. */
    CHOICE(true),
    /** Several words, separated by semicolons, or a JSON array. Gives a list of texts. */
    LIST(false),
    /** Yes or no in one of several languages. Gives a Boolean. */
    BOOLEAN(true),
    /** A whole number. Gives a Long. */
    INTEGER(true),
    /** A number. Gives a BigDecimal. */
    DECIMAL(true),
    /** An amount. Gives a BigDecimal. */
    MONEY(true),
    /** A day. Gives a LocalDate. */
    DATE(true),
    /** A day with a time. Gives an Instant if the zone is known, else the text in ISO form. */
    MOMENT(true);

    private final boolean tells;

    Kind(boolean tells) {
        this.tells = tells;
    }

    /** Tells whether a wrong text would be seen: such columns show whether a torn row was put together rightly. */
    public boolean tells() {
        return tells;
    }

    /** Tells whether words such as N/A mean nothing here, rather than being what somebody wrote. */
    public boolean hasNullWords() {
        return this != RAW && this != TEXT && this != LONG_TEXT && this != COUNTRY;
    }

    public boolean isNumber() {
        return this == INTEGER || this == DECIMAL || this == MONEY;
    }

    public boolean isDate() {
        return this == DATE || this == MOMENT;
    }

    /** Tells whether marks that cannot be seen are never part of the value. */
    boolean isPlain() {
        return this != RAW && this != TEXT && this != LONG_TEXT;
    }
}
