package dev.crmmigration.api.mapping;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.record.ObjectType;
import java.util.List;

/** What a mapping may look at when it defines its parts. */
public interface MappingContext {

    /** Returns what the snapshot holds. */
    Catalog source();

    /** Returns what the account has, as it is now. */
    Catalog destination();

    /**
     * Returns the answer to a choice of this pair of platforms.
     *
     * @return the customer's answer, else the proposed one, else empty text while the question is open
     */
    String answer(String choice);

    /** Returns the distinct values of a field in the snapshot as text, sorted; of lists, the distinct items. */
    List<String> distinct(ObjectType type, String field);

    /** Counts the records of an object in the snapshot that have a value in a field. */
    long filled(ObjectType type, String field);
}
