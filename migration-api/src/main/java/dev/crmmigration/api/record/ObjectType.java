package dev.crmmigration.api.record;

/**
 * A kind of record on one platform, such as {@code person} on Pipedrive or {@code transaction} on Kartra.
 *
 * @param name the platform's own word, never blank, compared exactly
 */
public record ObjectType(String name) implements Comparable<ObjectType> {

    public ObjectType {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an object type needs a name");
        }
    }

    public static ObjectType of(String name) {
        return new ObjectType(name);
    }

    @Override
    public int compareTo(ObjectType other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
