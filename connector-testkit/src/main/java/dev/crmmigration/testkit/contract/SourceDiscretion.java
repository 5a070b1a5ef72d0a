package dev.crmmigration.testkit.contract;

import static dev.crmmigration.testkit.contract.Rule.expect;

import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.connector.Secret;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.record.ContactPoint;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.SourceSession;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a source must not show. */
final class SourceDiscretion {

    private SourceDiscretion() {}

    static void keepsSecrets(SourceProbe probe) {
        List<String> texts = new ArrayList<>();
        SourceSession session = probe.session();
        texts.addAll(List.of(
                probe.source().source().toString(),
                session.toString(),
                session.catalog().toString(),
                session.inventory().toString()));
        for (ObjectDescription object : probe.catalog().objects()) {
            try (RecordCursor cursor = session.read(ReadRequest.all(object.type()))) {
                texts.add(cursor.next() + " " + cursor + " " + cursor.position());
            }
        }
        for (Fault fault : List.of(Fault.CREDENTIALS_REFUSED, Fault.CONNECTION_REFUSED, Fault.READ_FAILS)) {
            if (probe.source().begin(fault)) {
                texts.addAll(DiscretionRules.complaints(() -> read(probe)));
                probe.source().end();
            }
        }
        probe.source()
                .wrong()
                .values()
                .forEach(wrong -> texts.addAll(
                        DiscretionRules.complaints(() -> probe.another(wrong).close())));
        for (Setting setting : probe.source().source().settings()) {
            Optional<String> secret =
                    setting.secret() ? probe.settings().secret(setting.name()).map(Secret::reveal) : Optional.empty();
            expect(
                    secret.isEmpty() || texts.stream().noneMatch(text -> text.contains(secret.get())),
                    "the secret setting " + setting.name() + " is shown");
        }
    }

    private static void read(SourceProbe probe) {
        try (SourceSession session = probe.another()) {
            probe.catalog()
                    .objects()
                    .forEach(object ->
                            session.read(ReadRequest.all(object.type())).next());
        }
    }

    static void keepsAddresses(SourceProbe probe, ObjectDescription object) {
        SourceReading reading = probe.given(object.type());
        Set<String> addresses = new HashSet<>();
        reading.records()
                .forEach(record -> record.fields().values().stream()
                        .flatMap(value -> value.value().stream())
                        .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.of(value))
                        .map(value -> value instanceof ContactPoint point ? point.value() : value)
                        .filter(value -> value instanceof String text && text.matches("\\S+@\\S+"))
                        .forEach(text -> addresses.add(text.toString())));
        if (addresses.isEmpty()) {
            return;
        }
        String shown = reading.entries() + " " + reading.positions() + " " + probe.session() + " "
                + probe.session().inventory();
        expect(addresses.stream().noneMatch(shown::contains), "an address of a record is shown");
    }
}
