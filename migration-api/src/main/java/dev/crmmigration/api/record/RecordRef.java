package dev.crmmigration.api.record;

import java.util.Locale;

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

    /** Names the record; the key of a derived record may be a person's name, so only a mark of it is shown. */
    @Override
    public String toString() {
        if (!type.equals(DERIVED)) {
            return type + ":" + id;
        }
        int colon = id.indexOf(':');
        String mapping = colon < 0 ? id : id.substring(0, colon);
        return type + ":" + mapping + ":#" + String.format(Locale.ROOT, "%08x", id.hashCode());
    }
}
