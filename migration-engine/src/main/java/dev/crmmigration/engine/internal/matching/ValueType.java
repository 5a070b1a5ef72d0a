package dev.crmmigration.engine.internal.matching;

import java.util.EnumSet;
import java.util.Set;

/** What kind of value a field takes, as far as it decides whether one field can become another. */
public enum ValueType {
    ID,
    TEXT,
    LONG_TEXT,
    EMAIL,
    PHONE,
    URL,
    FULL_NAME,
    INTEGER,
    DECIMAL,
    MONEY,
    PERCENT,
    BOOLEAN,
    DATE,
    DATETIME,
    TIME,
    DURATION,
    CHOICE,
    CHOICES,
    REFERENCE,
    REFERENCES,
    ANY_REFERENCE,
    ADDRESS,
    LIST,
    IMAGE,
    STRUCTURE,
    UNKNOWN;

    private static final Set<ValueType> TEXTS = EnumSet.of(TEXT, LONG_TEXT, EMAIL, PHONE, URL, FULL_NAME);
    private static final Set<ValueType> NUMBERS = EnumSet.of(INTEGER, DECIMAL, MONEY, PERCENT);
    private static final Set<ValueType> MOMENTS = EnumSet.of(DATE, DATETIME);
    private static final Set<ValueType> PICKED = EnumSet.of(CHOICE, CHOICES);
    private static final Set<ValueType> LINKS = EnumSet.of(REFERENCE, REFERENCES, ANY_REFERENCE);

    /** How well values of one type fit into a field of another. */
    public enum Fit {
        COMPATIBLE,
        LOSSY,
        IMPOSSIBLE
    }

    boolean isText() {
        return TEXTS.contains(this);
    }

    boolean isNumber() {
        return NUMBERS.contains(this);
    }

    boolean isMoment() {
        return MOMENTS.contains(this);
    }

    boolean isPicked() {
        return PICKED.contains(this);
    }

    boolean isLink() {
        return LINKS.contains(this);
    }

    /** Tells whether a field of this type holds several values. */
    boolean isMany() {
        return this == CHOICES || this == REFERENCES || this == LIST;
    }

    /** Tells how well values of this type fit into a field of another. */
    Fit into(ValueType target) {
        if (this == target || this == UNKNOWN || target == UNKNOWN) {
            return Fit.COMPATIBLE;
        }
        if (target == LIST || this == LIST) {
            return list(this == LIST ? target : this);
        }
        if (this == IMAGE || target == IMAGE) {
            return other(target).isText() ? Fit.LOSSY : Fit.IMPOSSIBLE;
        }
        if (target.isText()) {
            return intoText(target);
        }
        if (isText()) {
            return textInto(target);
        }
        return between(target);
    }

    private ValueType other(ValueType target) {
        return this == IMAGE ? target : this;
    }

    private static Fit list(ValueType single) {
        if (single.isText() || single.isLink() || single.isPicked()) {
            return Fit.COMPATIBLE;
        }
        return single == STRUCTURE || single == ADDRESS ? Fit.LOSSY : Fit.IMPOSSIBLE;
    }

    private Fit intoText(ValueType target) {
        if (isText()) {
            boolean free = target == TEXT || target == LONG_TEXT || this == TEXT || this == LONG_TEXT;
            return free ? Fit.COMPATIBLE : Fit.IMPOSSIBLE;
        }
        boolean wide = target == TEXT || target == LONG_TEXT;
        if (wide) {
            return this == ADDRESS || this == STRUCTURE || this == BOOLEAN || isMoment() ? Fit.LOSSY : Fit.COMPATIBLE;
        }
        return Fit.IMPOSSIBLE;
    }

    private Fit textInto(ValueType target) {
        boolean free = this == TEXT || this == LONG_TEXT;
        if (target == ID) {
            return Fit.IMPOSSIBLE;
        }
        if (free && (target.isPicked() || target.isLink())) {
            return Fit.COMPATIBLE;
        }
        if (this == FULL_NAME || target == FULL_NAME) {
            return free ? Fit.COMPATIBLE : Fit.IMPOSSIBLE;
        }
        return free ? Fit.LOSSY : Fit.IMPOSSIBLE;
    }

    private Fit between(ValueType target) {
        if (isNumber() && target.isNumber()) {
            return (this == DECIMAL || this == MONEY) && target == INTEGER ? Fit.LOSSY : Fit.COMPATIBLE;
        }
        if (isMoment() && target.isMoment()) {
            return this == DATETIME ? Fit.LOSSY : Fit.COMPATIBLE;
        }
        if ((isPicked() || isLink()) && (target.isPicked() || target.isLink())) {
            return isMany() && !target.isMany() ? Fit.LOSSY : Fit.COMPATIBLE;
        }
        return odd(target) || target.odd(this) ? Fit.LOSSY : Fit.IMPOSSIBLE;
    }

    /** Pairs of types that people do use for one and the same thing. */
    private boolean odd(ValueType other) {
        return switch (this) {
            case BOOLEAN -> other.isPicked() || other == INTEGER;
            case INTEGER, DECIMAL -> other.isPicked() || other.isLink() || other == DURATION || other == BOOLEAN;
            case MONEY, PERCENT -> other.isPicked();
            case DATE, DATETIME -> other == TIME || other == STRUCTURE;
            case STRUCTURE -> other == ADDRESS || other.isPicked() || other == TIME || other.isLink();
            case TIME, DURATION -> other == TIME || other == DURATION || other == CHOICE || other == INTEGER;
            case REFERENCE -> other == ADDRESS;
            default -> false;
        };
    }
}
