package dev.crmmigration.api.record;

/**
 * A reference that is not yet bound: to whatever record a mapping makes under a key. Only drafts hold it; a write holds
 * the {@link RecordRef} that it led to.
 *
 * @param mapping the name of the mapping row that makes the record
 * @param key the id of the source record, or the key under which the mapping derives it
 */
public record Link(String mapping, String key) {

    /** Names the mapping; the key may be personal data. */
    @Override
    public String toString() {
        return "Link[" + mapping + "]";
    }
}
