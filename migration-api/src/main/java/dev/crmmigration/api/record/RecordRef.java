package dev.crmmigration.api.record;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names one record on one platform.
 *
 * <p>A record that exists only because a mapping derives it (an organization per distinct company name) has the type
 * {@link #DERIVED} and the id {@code <mapping>:<key>}.
 *
 * @param type the kind of record
 * @param id the platform's id as text, never blank; text stays text, even if it looks like a number
 */
public record RecordRef(ObjectType type, String id) {

    /** The type of records that no source holds, but a mapping derives from what the source holds. */
    public static final ObjectType DERIVED = ObjectType.of("derived");

    /** What ids that platforms make look like; an e-mail address or a name does not. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_#.-]*[0-9][A-Za-z0-9_#.-]*");

    public RecordRef {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a reference to a record of type " + type + " needs an id");
        }
    }

    public static RecordRef of(String type, String id) {
        return new RecordRef(ObjectType.of(type), id);
    }

    /** Returns the reference of the record that {@code mapping} derives under {@code key}. */
    public static RecordRef derived(String mapping, String key) {
        return new RecordRef(DERIVED, mapping + ":" + key);
    }

    /** Names the record; an id that may be a person's name or address is shown as a mark of it. */
    @Override
    public String toString() {
        if (!type.equals(DERIVED)) {
            return type + ":" + (PLAIN.matcher(id).matches() ? id : mark(id));
        }
        int colon = id.indexOf(':');
        return colon < 0 ? type + ":" + mark(id) : type + ":" + id.substring(0, colon) + ":" + mark(id);
    }

    private static String mark(String text) {
        return String.format(Locale.ROOT, "~%08x", text.hashCode());
    }
}
