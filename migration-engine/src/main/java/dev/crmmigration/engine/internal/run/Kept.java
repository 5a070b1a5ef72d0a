package dev.crmmigration.engine.internal.run;

import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.internal.draft.Canon;
import dev.crmmigration.engine.internal.journal.Prints;

/**
 * What the platform has kept of a record, by the record that it returned.
 *
 * @param image the hash of the whole record
 * @param found the prints of its fields
 */
record Kept(String image, Prints found) {

    static Kept of(Canon canon, ObjectType type, CrmRecord stored) {
        var canonical = canon.of(type, stored.fields());
        boolean isOfType = type.equals(stored.ref().type());
        return new Kept(isOfType ? canon.image(type, canonical) : canon.image(stored), Prints.of(canonical));
    }
}
