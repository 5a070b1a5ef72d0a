package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.catalog.Capacity;
import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.destination.Preflight;
import dev.crmmigration.api.destination.Presence;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.testkit.reference.ReferenceAccount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Destinations that find out something wrong about an account, or change it by looking. */
final class AccountDeviations {

    private AccountDeviations() {}

    static List<Deviation> all() {
        return List.of(
                Deviation.reader("D59", "says that all is there", reader -> new SaysAlways(reader, Presence.LIVE)),
                Deviation.reader("D59", "says that nothing is there", reader -> new SaysAlways(reader, Presence.GONE)),
                Deviation.session("D60", "makes a field when it looks", session -> new Forwarding.ToSession(session) {
                    @Override
                    public Preflight preflight() {
                        SchemaElement field = SchemaElement.field(ReferenceAccount.PERSON, "Seen", FieldType.TEXT);
                        session.schema().ensure(field, Set.of());
                        return super.preflight();
                    }
                }),
                Deviation.session("D60", "has a probe that is refused", session -> new Forwarding.ToSession(session) {
                    @Override
                    public Preflight preflight() {
                        return new Preflight(
                                List.of(), Optional.of(new Preflight.Probe(ReferenceAccount.PERSON, Map.of())));
                    }
                }),
                Deviation.catalog("D62", "counts what is not there", AccountDeviations::countingGhosts));
    }

    private static Catalog countingGhosts(Catalog catalog) {
        Capacity ghosts = Capacity.ofRecords("ghosts", 3, Capacity.Counted.all(ObjectType.of("ghost")));
        return new Catalog(catalog.account(), catalog.objects(), catalog.users(), List.of(ghosts));
    }

    private record SaysAlways(RecordReader other, Presence answer) implements RecordReader {

        @Override
        public Pages scan(ScanRequest request) {
            return other.scan(request);
        }

        @Override
        public Presence presence(RecordRef ref) {
            return answer;
        }
    }
}
