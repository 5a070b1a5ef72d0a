package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
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
 * A record that was created.
 *
 * @param create what was sent
 * @param stored what the platform returned, if it did
 */
record Made(Write.Create create, RecordRef ref, Optional<CrmRecord> stored) {

    static Made of(Write.Create create, WriteOutcome.Written written) {
        return new Made(create, written.ref(), written.stored());
    }

    ObjectType type() {
        return ref.type();
    }

    Map<String, FieldValue> sent() {
        return create.fields();
    }

    /** Returns the records that it hangs on. */
    List<RecordRef> parents() {
        return sent().values().stream()
                .flatMap(value -> value.value().stream())
                .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.of(value))
                .flatMap(Made::reference)
                .distinct()
                .toList();
    }

    private static Stream<RecordRef> reference(Object value) {
        if (value instanceof Participant participant) {
            return Stream.of(participant.record());
        }
        return value instanceof RecordRef ref ? Stream.of(ref) : Stream.empty();
    }
}
