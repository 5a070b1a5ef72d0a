package dev.crmmigration.testkit.contract;

import static dev.crmmigration.testkit.contract.Rule.expect;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.Repair;
import dev.crmmigration.api.source.SourceEntry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** What records look like, and that they look so every time. */
final class SourceRecordRules {

    private SourceRecordRules() {}

    static List<Rule<SourceProbe>> all() {
        return List.of(
                SourceRules.ofObjects(
                        "S9",
                        "Every record, and every row that is put aside, is of the object that was asked for.",
                        SourceRecordRules::areOfTheObject),
                SourceRules.ofObjects(
                        "S10", "A record has only fields that the catalog has.", SourceRecordRules::haveKnownFields),
                SourceRules.ofObjects(
                        "S11",
                        "A value is of the type that the catalog says; TEXT is on one line.",
                        (probe, object) -> values(probe, object, TypedValues::fits, "a value of another type")),
                SourceRules.ofObjects(
                        "S12",
                        "A CHOICE has only values that are keys of its options, if it has options.",
                        (probe, object) ->
                                values(probe, object, SourceRecordRules::isOption, "a value that is no option")),
                SourceRules.ofObjects(
                        "S13",
                        "Two readings give the same records under the same keys, also in two sessions.",
                        SourceRecordRules::areTheSame),
                SourceRules.ofObjects(
                        "S14",
                        "Rows with one key and one version come in the same order every time.",
                        SourceRecordRules::repeatInOrder),
                SourceRules.ofObjects(
                        "S15",
                        "Every entry says where it stands: a file or list and a line from 1, which no other has.",
                        SourceRecordRules::haveAPlace),
                SourceRules.ofObjects(
                        "S16",
                        "A repair names a field of the object, or none, and a rule.",
                        SourceRecordRules::nameRepairs));
    }

    private static void areOfTheObject(SourceProbe probe, ObjectDescription object) {
        for (SourceEntry entry : probe.given(object.type()).entries()) {
            ObjectType type = entry.match(
                    read -> read.record().ref().type(),
                    SourceEntry.Quarantined::type,
                    deleted -> deleted.ref().type());
            expect(type.equals(object.type()), entry.origin() + " is of " + type);
        }
    }

    private static void haveKnownFields(SourceProbe probe, ObjectDescription object) {
        for (CrmRecord record : probe.given(object.type()).records()) {
            for (String key : record.fields().keySet()) {
                expect(object.field(key).isPresent(), "a record has the field " + key + ", which the catalog lacks");
            }
        }
    }

    private static void values(
            SourceProbe probe, ObjectDescription object, BiPredicate<FieldDescription, Object> fits, String otherwise) {
        for (SourceEntry.Read read : probe.given(object.type()).reads()) {
            for (FieldDescription field : object.fields()) {
                expect(
                        read.record().value(field.key()).stream().allMatch(value -> fits.test(field, value)),
                        read.origin() + " has " + otherwise + " in the " + field.type() + " " + field.key());
            }
        }
    }

    private static boolean isOption(FieldDescription field, Object value) {
        List<String> keys = field.options().stream().map(Option::key).toList();
        boolean isFree = keys.isEmpty() || !CatalogChecks.PICK_LISTS.contains(field.type());
        return isFree || (value instanceof List<?> list ? keys.containsAll(list) : keys.contains(value));
    }

    private static void areTheSame(SourceProbe probe, ObjectDescription object) {
        ReadRequest all = ReadRequest.all(object.type());
        Map<SourceEntry, Integer> first = counts(probe.given(object.type()));
        expect(first.equals(counts(SourceReading.of(probe.session(), all))), "a second reading gives others");
        expect(first.equals(counts(probe.anew(all))), "another session gives others");
    }

    private static Map<SourceEntry, Integer> counts(SourceReading reading) {
        Map<SourceEntry, Integer> counts = new HashMap<>();
        reading.entries().forEach(entry -> counts.merge(entry, 1, Integer::sum));
        return counts;
    }

    private static void repeatInOrder(SourceProbe probe, ObjectDescription object) {
        Map<RecordRef, SourceEntry.Read> first = counting(probe.given(object.type()));
        Map<RecordRef, SourceEntry.Read> second = counting(probe.anew(ReadRequest.all(object.type())));
        first.forEach((ref, read) -> {
            SourceEntry.Read other = second.get(ref);
            expect(
                    other == null || other.origin().equals(read.origin()) || !areRivals(read, other),
                    "of the rows with one key and one version, " + read.origin() + " came last and then "
                            + (other == null ? "none" : other.origin()));
        });
    }

    /** Tells whether two rows with one key say different things, and only their order tells which one counts. */
    private static boolean areRivals(SourceEntry.Read one, SourceEntry.Read other) {
        return one.version() == other.version() && !one.record().equals(other.record());
    }

    /** Returns the rows that count: of each key the highest version, of equals the last. */
    private static Map<RecordRef, SourceEntry.Read> counting(SourceReading reading) {
        Map<RecordRef, SourceEntry.Read> rows = new LinkedHashMap<>();
        reading.reads()
                .forEach(read -> rows.merge(
                        read.record().ref(), read, (old, later) -> later.version() >= old.version() ? later : old));
        return rows;
    }

    private static void haveAPlace(SourceProbe probe, ObjectDescription object) {
        Set<Object> places = new HashSet<>();
        for (SourceEntry entry : probe.given(object.type()).entries()) {
            expect(!entry.origin().file().isBlank(), "an entry names no file");
            expect(entry.origin().line() >= 1, entry.origin() + " is no line");
            expect(places.add(entry.origin()), entry.origin() + " comes twice");
        }
    }

    private static void nameRepairs(SourceProbe probe, ObjectDescription object) {
        for (SourceEntry.Read read : probe.given(object.type()).reads()) {
            for (Repair repair : read.repairs()) {
                expect(!repair.rule().isBlank(), read.origin() + " has a repair without a rule");
                expect(
                        repair.field().isEmpty() || object.field(repair.field()).isPresent(),
                        read.origin() + " repairs the field " + repair.field() + ", which the catalog lacks");
            }
        }
    }
}
