package dev.crmmigration.api.mapping;

import java.util.Optional;

/**
 * How one field of a destination record gets its value.
 *
 * @param target the field: the key of a system field, or the label of a custom field
 * @param value the expression; if it gives no value the field is left out
 * @param ifMissing what to do if a reference, user or mapped value in it cannot be had
 * @param adds whether the value is added to what other parts give, for fields that hold several values; two parts that
 *     set one field without adding are an error in the plan
 * @param ifEdited what a delta does if the source has changed the value and somebody has edited it at the destination
 *     as well; empty for what the migration's policy says
 */
public record FieldMapping(
        String target, Expression value, IfMissing ifMissing, boolean adds, Optional<IfEdited> ifEdited) {

    /**
     * The target for the content of a file: a record with it is written by an {@code Attach}. Its expression gives an
     * {@code AttachmentRef}; the one reference among the other fields names the record that the file hangs on.
     */
    public static final String CONTENT = "$content";

    /** Returns a mapping that leaves edits at the destination to the migration's policy. */
    public FieldMapping(String target, Expression value, IfMissing ifMissing, boolean adds) {
        this(target, value, ifMissing, adds, Optional.empty());
    }

    /** Sets a field from an expression in text; the record is held if something in it is missing. */
    public static FieldMapping set(String target, String expression) {
        return new FieldMapping(target, Expression.parse(expression), IfMissing.HOLD, false);
    }

    /** Sets a field from an expression in text; the field is left out if something in it is missing. */
    public static FieldMapping setOrOmit(String target, String expression) {
        return new FieldMapping(target, Expression.parse(expression), IfMissing.OMIT, false);
    }

    /** Sets a reference from an expression in text; where records wait for each other in a circle, by a second write. */
    public static FieldMapping setOrLater(String target, String expression) {
        return new FieldMapping(target, Expression.parse(expression), IfMissing.LATER, false);
    }

    /** Adds values to a field that holds several. */
    public static FieldMapping add(String target, String expression) {
        return new FieldMapping(target, Expression.parse(expression), IfMissing.HOLD, true);
    }

    /** Returns this mapping with what a delta does if somebody has edited the field at the destination. */
    public FieldMapping ifEdited(IfEdited decision) {
        return new FieldMapping(target, value, ifMissing, adds, Optional.of(decision));
    }
}
