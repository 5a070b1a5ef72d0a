package dev.crmmigration.testkit.contract;

import static dev.crmmigration.testkit.contract.Rule.expect;

import dev.crmmigration.api.catalog.Access;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The traits that say how records are found again: by which scan, by which key, after what time. */
final class TraitRules {

    /** Not a whole number of seconds: a platform that rounds its times must not lose records by it. */
    private static final Duration STEP = Duration.ofMillis(3_700);

    private TraitRules() {}

    static List<Rule<Probe>> all() {
        return List.of(
                Rule.ofObjects(
                        "D35",
                        "readBack is true: the declared scan gives every record that was written exactly once.",
                        Reading::isReadable,
                        TraitRules::readBack),
                Rule.ofObjects(
                        "D36",
                        "keyField is true: the field is there, takes a key of ours and gives it back.",
                        object -> object.traits().keyField().isPresent(),
                        TraitRules::holdsKey),
                Rule.ofObjects(
                        "D37",
                        "repeatableByKey is true: the same create sent twice makes one record.",
                        object -> object.traits().repeatableByKey(),
                        TraitRules::repeatable),
                Rule.ofObjects(
                        "D38",
                        "visibleAfter is true: after that time a scan shows what was created and what was updated.",
                        Reading::isReadable,
                        TraitRules::visible));
    }

    static Optional<String> keyField(Probe probe, ObjectType type) {
        ObjectDescription object = probe.object(type);
        return object.traits().keyField().flatMap(object::named).map(FieldDescription::key);
    }

    private static void readBack(Probe probe, Sample sample) {
        List<Made> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(probe.given(sample));
        }
        probe.settle(sample.type());
        Reading reading = new Reading(probe);
        List<CrmRecord> found = declared(probe, reading, all);
        if (all.stream().anyMatch(made -> Reading.times(found, made.ref()) == 0)) {
            probe.pass(Reading.PATIENCE);
        }
        List<CrmRecord> records = declared(probe, reading, all);
        for (Made made : all) {
            long times = Reading.times(records, made.ref());
            expect(times == 1, "a record that was written came " + times + " times in a scan");
        }
    }

    private static List<CrmRecord> declared(Probe probe, Reading reading, List<Made> all) {
        ObjectType type = all.get(0).type();
        return switch (probe.object(type).traits().readBack()) {
            case PAGES -> {
                reading.required(new ScanRequest.ChangedSince(
                        type, probe.account().clock().instant().minus(Reading.PATIENCE)));
                yield reading.required(new ScanRequest.All(type));
            }
            case BY_IDS ->
                reading.required(new ScanRequest.ByIds(
                        type, all.stream().map(made -> made.ref().id()).toList()));
            case BY_PARENT -> byParents(reading, all);
            case NONE -> List.of();
        };
    }

    private static List<CrmRecord> byParents(Reading reading, List<Made> all) {
        List<RecordRef> parents = all.stream()
                .flatMap(made -> reading.parent(made).stream())
                .distinct()
                .toList();
        expect(!parents.isEmpty(), "it is to be read by its parents, but no reference of it is required");
        return reading.required(new ScanRequest.OfParents(all.get(0).type(), parents));
    }

    private static Write.Create keyed(Probe probe, Sample sample) {
        ObjectTraits traits = probe.object(sample.type()).traits();
        String name = traits.keyField().orElse("");
        FieldDescription field = probe.object(sample.type())
                .named(name)
                .orElseThrow(() -> new RuleBrokenException(
                        "the key field " + name + " is not in the catalog. Add it to schema()"));
        expect(
                field.access() == Access.WRITABLE || field.access() == Access.ON_CREATE_ONLY,
                "the key field " + name + " is " + field.access());
        Map<String, FieldValue> fields = new LinkedHashMap<>(probe.fields(sample));
        fields.put(field.key(), FieldValue.of("crm-migration-" + probe.number()));
        return new Write.Create(probe.effect(), sample.type(), fields);
    }

    private static Optional<Object> sent(Write.Create create, String key) {
        return Optional.ofNullable(create.fields().get(key)).flatMap(FieldValue::value);
    }

    private static void holdsKey(Probe probe, Sample sample) {
        Write.Create create = keyed(probe, sample);
        WriteOutcome outcome = probe.write(create);
        Made made = probe.made(
                create,
                Outcomes.written(outcome)
                        .orElseThrow(() -> new RuleBrokenException(
                                "a create with a key was not done: " + Outcomes.told(outcome))));
        String key = keyField(probe, sample.type()).orElse("");
        Optional<CrmRecord> read = Reading.isReadable(probe.object(sample.type()))
                ? Optional.of(new Reading(probe).given(made))
                : made.stored();
        expect(
                read.flatMap(record -> record.value(key)).equals(sent(create, key)),
                "the key field " + key + " did not give back the key that was written");
    }

    private static void repeatable(Probe probe, Sample sample) {
        Write.Create create = Probe.tried("a create with a key", () -> keyed(probe, sample));
        Made first = probe.given(create);
        WriteOutcome second = probe.write(create);
        expect(
                Outcomes.written(second)
                        .filter(written -> written.ref().equals(first.ref()))
                        .isPresent(),
                "the second create gave no or another record: " + Outcomes.told(second));
        String key = keyField(probe, sample.type()).orElse("");
        if (Reading.hasPages(probe.object(sample.type()))) {
            probe.settle(sample.type());
            long twins = new Reading(probe)
                    .scan(new ScanRequest.All(sample.type())).stream()
                            .filter(record -> record.value(key).equals(sent(create, key)))
                            .count();
            expect(twins <= 1, twins + " records have the key");
        }
    }

    private static void visible(Probe probe, Sample sample) {
        Reading reading = new Reading(probe);
        probe.pass(STEP);
        Instant beforeCreate = probe.account().clock().instant();
        Made made = probe.given(sample);
        probe.settle(sample.type());
        shows(probe, reading, made, beforeCreate, "created");
        if (!CatalogRules.isChangeable(probe.object(sample.type()))) {
            return;
        }
        probe.pass(Reading.PATIENCE.plus(STEP));
        Instant beforeUpdate = probe.account().clock().instant();
        probe.givenWrite(probe.update(made, probe.firstChange(sample)));
        probe.settle(sample.type());
        shows(probe, reading, made, beforeUpdate, "updated");
    }

    private static void shows(Probe probe, Reading reading, Made made, Instant since, String done) {
        RecordRef ref = made.ref();
        String late = " not show a record that was " + done + " "
                + probe.object(made.type()).traits().visibleAfter() + " ago";
        reading.offered(new ScanRequest.ChangedSince(made.type(), since))
                .ifPresent(records -> expect(Reading.times(records, ref) > 0, "ChangedSince does" + late));
        // Whether the declared way shows it at all is another rule's
        boolean isThere = reading.now(made).isPresent();
        if (!isThere) {
            probe.pass(Reading.PATIENCE);
            expect(reading.now(made).isEmpty(), "the declared scan did" + late);
        }
        if (isThere && Reading.hasPages(probe.object(made.type()))) {
            boolean inAll = Reading.times(reading.scan(new ScanRequest.All(made.type())), ref) > 0;
            if (!inAll) {
                probe.pass(Reading.PATIENCE);
                inAll = Reading.times(reading.scan(new ScanRequest.All(made.type())), ref) > 0;
                expect(!inAll, "All did" + late);
            }
        }
    }
}
