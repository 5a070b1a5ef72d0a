package dev.crmmigration.toolkit.damage;

import static dev.crmmigration.toolkit.damage.Severity.INFO;
import static dev.crmmigration.toolkit.damage.Severity.QUARANTINE;
import static dev.crmmigration.toolkit.damage.Severity.STOP;
import static dev.crmmigration.toolkit.damage.Severity.WARN;

/**
 * The rules by which damaged exports are read. The name of a rule is its code, which repairs, reports and quarantined rows
 * carry; {@code docs/tabular-exports.md} says of each what is found, what is done and where it is tested.
 *
 * <p>One principle stands behind all of them: what has exactly one reading is mended, the raw text is kept; all else is put
 * aside. {@link #severity} is the hardest that a rule does.
 */
public enum Rule {
    // Bytes
    ENC_BOM(INFO),
    ENC_UTF16(WARN),
    ENC_1252(WARN),
    ENC_MIXED(WARN),
    ENC_MOJIBAKE(WARN),
    ENC_LOST(WARN),
    ENC_UNKNOWN(STOP),
    CTRL(WARN),

    // Structure
    SEP_LINE(INFO),
    DELIM(STOP),
    EOL(INFO),
    QUOTE_BACKSLASH(INFO),
    QUOTE_STRAY(WARN),
    QUOTE_RUNAWAY(QUARANTINE),
    JSON_LINE(QUARANTINE),
    ROW_SHORT(QUARANTINE),
    ROW_LONG(QUARANTINE),
    COL_EMPTY_TRAIL(INFO),
    COL_UNNAMED(WARN),
    HDR_DUP(WARN),
    HDR_MISSING(STOP),
    HDR_PREAMBLE(WARN),
    HDR_REPEAT(WARN),
    FOOTER(WARN),
    ROW_BLANK(INFO),
    FILE_EMPTY(WARN),
    HDR_ONLY(WARN),
    TRUNCATED(STOP),

    // Spreadsheets
    XL_SERIAL(WARN),
    XL_DATE_ORDER(STOP),
    XL_YEAR2(QUARANTINE),
    XL_HASHES(WARN),
    DATE_SENTINEL(INFO),
    XL_SCI(QUARANTINE),
    XL_15DIGITS(QUARANTINE),
    XL_ZERO_LOST(WARN),
    XL_WRAP(WARN),
    XL_GUARD(WARN),
    XL_MONTHNAME(QUARANTINE),
    XL_BOOL(QUARANTINE),
    NUM_LOCALE(QUARANTINE),
    NULL_TEXT(INFO),

    // Values that no damage explains
    BAD_DATE(QUARANTINE),
    BAD_NUMBER(QUARANTINE),

    // Identity and links
    ID_MISSING(WARN),
    ID_DUP(QUARANTINE),
    EMAIL_NORM(INFO),
    EMAIL_DUP_CASE(WARN),
    EMAIL_SHARED(WARN),
    EMAIL_MULTI(WARN),
    EMAIL_BAD(WARN),
    REF_DANGLING(WARN),
    ORPHAN_SESSION(QUARANTINE),
    ORPHAN_NOTE(QUARANTINE),
    ORPHAN_INVOICE(QUARANTINE),
    REF_CASE(INFO),
    CHAIN_BROKEN(WARN),
    COACH_UNKNOWN(WARN),
    BALANCE(WARN),
    MONEY_SUM(WARN),
    TIME_ORDER(WARN),
    TZ_AMBIG(WARN),
    ENUM_NEW(WARN),
    CUSTOM_TYPE(WARN),

    // Bodies and files
    HTML_UNSAFE(WARN),
    HTML_ENTITY(WARN),
    IMG_DATA(WARN),
    IMG_LINK(WARN),
    IMG_DEAD(WARN),
    FILE_MISSING(WARN),
    FILE_EXTRA(INFO),
    FILE_SIZE(WARN),
    FILE_HASH(WARN),
    FILE_BIG(WARN),
    FILE_NAME(STOP),
    ZIP_BOMB(STOP),
    FILE_DUP(INFO);

    private final Severity severity;

    Rule(Severity severity) {
        this.severity = severity;
    }

    /** Returns the hardest that the rule does. */
    public Severity severity() {
        return severity;
    }

    /** Returns what a row that was put aside, or a file that was stopped, says: the code and what to do. */
    public String because(String words) {
        return name() + ": " + words;
    }
}
