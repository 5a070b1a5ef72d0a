package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.Participant;
import dev.crmmigration.api.record.RecordRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A record or file that was created.
 *
 * @param create what was sent
 * @param sent its fields; of a file what the connector says that it will look like
 * @param stored what the platform returned, if it did
 */
record Made(Write create, Map<String, FieldValue> sent, RecordRef ref, Optional<CrmRecord> stored) {

    ObjectType type() {
        return ref.type();
    }

    /** Returns the records that it hangs on. */
    List<RecordRef> parents() {
        Stream<RecordRef> parent = create instanceof Write.Attach attach ? Stream.of(attach.parent()) : Stream.empty();
        Stream<RecordRef> references = sent.values().stream()
                .flatMap(value -> value.value().stream())
                .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.of(value))
                .flatMap(Made::reference);
        return Stream.concat(parent, references).distinct().toList();
    }

    private static Stream<RecordRef> reference(Object value) {
        if (value instanceof Participant participant) {
            return Stream.of(participant.record());
        }
        return value instanceof RecordRef ref ? Stream.of(ref) : Stream.empty();
    }
}
