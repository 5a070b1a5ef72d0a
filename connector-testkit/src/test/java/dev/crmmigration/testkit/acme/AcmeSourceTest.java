package dev.crmmigration.testkit.acme;

import dev.crmmigration.api.catalog.Access;
import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.source.Origin;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.testkit.contract.ContractSource;
import dev.crmmigration.testkit.contract.SourceContract;
import dev.crmmigration.testkit.reference.ReferenceRecords;
import dev.crmmigration.testkit.reference.ReferenceSource;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The contract of sources on a connector: here the reference connector, in its place yours. */
class AcmeSourceTest extends SourceContract {

    @Override
    protected ContractSource source() {
        return new AcmeExport();
    }

    /** An export that the test has made, and what only the test knows of it. */
    private static final class AcmeExport implements ContractSource {

        private static final ObjectType CONTACT = ObjectType.of("contact");

        private final ReferenceRecords records =
                new ReferenceRecords(SimulatorClock.standingAt(Instant.parse("2026-03-02T09:00:00Z")));

        AcmeExport() {
            for (int number = 1; number <= 5; number++) {
                records.add(CrmRecord.builder("contact", "c" + number)
                        .put("email", "contact" + number + "@example.com")
                        .build());
            }
        }

        @Override
        public Source source() {
            List<FieldDescription> fields = List.of(
                    FieldDescription.builder("email", FieldType.TEXT).build(),
                    FieldDescription.builder(ReferenceRecords.CHANGED, FieldType.INSTANT)
                            .access(Access.COMPUTED)
                            .build());
            ObjectDescription contact = new ObjectDescription(CONTACT, fields, ObjectTraits.SOURCE);
            return new ReferenceSource(new Catalog(ReferenceRecords.NAME, List.of(contact), List.of()), records);
        }

        @Override
        public Settings settings() {
            return Settings.none().secret("token", "token-of-the-test");
        }

        @Override
        public Map<String, Settings> wrong() {
            return Map.of("pageSize", settings().with("pageSize", "a few"));
        }

        @Override
        public OptionalLong rows(ObjectType type) {
            return OptionalLong.of(records.count(type));
        }

        @Override
        public Optional<BrokenRow> breakRow(ObjectType type) {
            return Optional.of(new BrokenRow(new Origin(type.name(), records.addBroken(type)), "what stands in it"));
        }
    }
}
