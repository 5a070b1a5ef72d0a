package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.catalog.Access;
import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.record.AttachmentRef;
import dev.crmmigration.api.record.ContactPoint;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.api.source.Origin;
import dev.crmmigration.api.source.Repair;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.testkit.reference.ReferenceRecords;
import dev.crmmigration.testkit.reference.ReferenceSource;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** The reference source with every hook, which may be made to break a rule. */
final class ReferenceContractSource implements ContractSource {

    static final ObjectType COMPANY = ObjectType.of("company");
    static final ObjectType CONTACT = ObjectType.of("contact");
    static final String TOKEN = "token-of-the-reference-source";
    static final String SECRET_TEXT = "said in confidence";

    private final SimulatorClock clock = SimulatorClock.standingAt(Instant.parse("2026-03-02T09:00:00Z"));
    private final ReferenceRecords records = new ReferenceRecords(clock);
    private final Source source;

    ReferenceContractSource(UnaryOperator<Source> change) {
        source = change.apply(new ReferenceSource(catalog(), records));
        records.add(company("k1", "Acme", "small"))
                .add(company("k1", "Acme Corp", "large"))
                .add(company("k2", "Globex", "large"))
                .add(company("k3", "Initech", "small"))
                .add(company("k4", "Umbrella", "small"))
                .add(company("k5", "Hooli", "small"));
        records.add(contact("1", "jane@example.org").build(), 1)
                .add(
                        contact("2", "john@example.org").put("photo", file(2)).build(),
                        0,
                        new Repair("email", "windows-1252"),
                        new Repair("", "short-row"))
                .add(contact("1", "jane.roe@example.org").build(), 2)
                .add(contact("3", "jim@example.org").put("photo", file(3)).build())
                .add(contact("4", "joan@example.org").build())
                .add(contact("5", "jack@example.org").build());
        records.file("f2", "the photo of two").file("f3", "the photo of three");
    }

    private static AttachmentRef file(int number) {
        return new AttachmentRef("f" + number, "photo.png");
    }

    private static CrmRecord company(String id, String name, String size) {
        return CrmRecord.builder("company", id)
                .put("name", name)
                .put("size", size)
                .build();
    }

    private static CrmRecord.Builder contact(String id, String email) {
        return CrmRecord.builder("contact", id)
                .put("email", email)
                .put("phones", List.of(new ContactPoint("+49 731 555-0" + id, "work", true)))
                .put("score", 10L)
                .clear("notes")
                .put("company", RecordRef.of("company", "k1"));
    }

    private static Catalog catalog() {
        return new Catalog(
                ReferenceRecords.NAME,
                List.of(
                        object(
                                COMPANY,
                                FieldDescription.builder("name", FieldType.TEXT),
                                FieldDescription.builder("size", FieldType.CHOICE)
                                        .options(List.of(Option.of("small", "Small"), Option.of("large", "Large")))),
                        object(
                                CONTACT,
                                FieldDescription.builder("email", FieldType.TEXT),
                                FieldDescription.builder("phones", FieldType.CONTACT_POINTS),
                                FieldDescription.builder("score", FieldType.INTEGER),
                                FieldDescription.builder("notes", FieldType.LONG_TEXT),
                                FieldDescription.builder("photo", FieldType.ATTACHMENT),
                                FieldDescription.builder("company", FieldType.REFERENCE)
                                        .refersTo(COMPANY))),
                List.of());
    }

    private static ObjectDescription object(ObjectType type, FieldDescription.Builder... fields) {
        List<FieldDescription> all = new ArrayList<>();
        for (FieldDescription.Builder field : fields) {
            all.add(field.build());
        }
        all.add(FieldDescription.builder(ReferenceRecords.CHANGED, FieldType.INSTANT)
                .access(Access.COMPUTED)
                .build());
        return new ObjectDescription(type, all, ObjectTraits.SOURCE);
    }

    @Override
    public Source source() {
        return source;
    }

    @Override
    public Settings settings() {
        return Settings.none().secret("token", TOKEN);
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public void pass(Duration time) {
        clock.advance(time);
    }

    @Override
    public Map<String, Settings> wrong() {
        return Map.of(
                "token", Settings.none().secret("token", " "),
                "pageSize", settings().with("pageSize", "a few"));
    }

    @Override
    public OptionalLong rows(ObjectType type) {
        return OptionalLong.of(records.count(type));
    }

    @Override
    public Optional<BrokenRow> breakRow(ObjectType type) {
        return Optional.of(new BrokenRow(new Origin(type.name(), records.addBroken(type)), SECRET_TEXT));
    }

    @Override
    public Optional<Change> change(ObjectType type) {
        clock.advance(Duration.ofMinutes(1));
        List<String> ids = type.equals(COMPANY) ? List.of("k2", "k3") : List.of("2", "3");
        records.touch(type, ids);
        return Optional.of(new Change(
                clock.instant(), ids.stream().map(id -> new RecordRef(type, id)).toList()));
    }

    @Override
    public Optional<Change> delete(ObjectType type) {
        clock.advance(Duration.ofMinutes(1));
        RecordRef ref = new RecordRef(type, type.equals(COMPANY) ? "k5" : "5");
        records.delete(ref);
        return Optional.of(new Change(clock.instant(), List.of(ref)));
    }

    @Override
    public boolean begin(Fault fault) {
        records.begin(fault);
        return true;
    }

    @Override
    public void end() {
        records.end();
    }
}
