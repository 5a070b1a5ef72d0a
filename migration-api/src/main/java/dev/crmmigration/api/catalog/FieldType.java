package dev.crmmigration.api.catalog;

/** What kind of value a field holds, and so which class of {@link dev.crmmigration.api.record.Values} it takes. */
public enum FieldType {
    /** {@code String} on one line. */
    TEXT,
    /** {@code String} of any length, possibly with line breaks or HTML. */
    LONG_TEXT,
    /** {@code Long}. */
    INTEGER,
    /** {@code BigDecimal}. */
    DECIMAL,
    /** {@code Boolean}. */
    BOOLEAN,
    /** {@code LocalDate}. */
    DATE,
    /** {@code LocalTime}. */
    TIME,
    /** {@code Instant}. */
    INSTANT,
    /** {@code Duration}. */
    DURATION,
    /** {@code Money}. */
    MONEY,
    /** {@code Address}. */
    ADDRESS,
    /** {@code List<ContactPoint>}. */
    CONTACT_POINTS,
    /** {@code String}: in a draft the label of one option, in a write and a stored record its key. */
    CHOICE,
    /** {@code List<String>}: like {@link #CHOICE}, any number of options, order without meaning. */
    CHOICES,
    /** {@code UserLink} in a draft; in a write and a stored record the user's key as {@code String}. */
    USER,
    /** {@code Link} in a draft, {@code RecordRef} in a write and a stored record. */
    REFERENCE,
    /** {@code List<Link>} in a draft, {@code List<Participant>} in a write and a stored record; the first is primary. */
    PARTICIPANTS,
    /** {@code DateRange}. */
    DATE_RANGE,
    /** {@code TimeRange}. */
    TIME_RANGE,
    /** {@code AttachmentRef}. */
    ATTACHMENT
}
