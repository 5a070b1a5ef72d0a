package dev.crmmigration.testkit.contract;

import static dev.crmmigration.testkit.contract.Rule.expect;

import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.api.source.Coverage;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.testkit.contract.ContractSource.Change;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What has changed since a moment, and what is said of it. */
final class SourceChangeRules {

    private SourceChangeRules() {}

    static List<Rule<SourceProbe>> all() {
        return List.of(
                SourceRules.ofObjects(
                        "S21", "CHANGES is said only of what changed since a moment.", SourceChangeRules::isNoChange),
                SourceRules.ofObjects(
                        "S22",
                        "changedSince gives each record that changed at that moment or later.",
                        SourceChangeRules::givesAll),
                SourceRules.ofObjects(
                        "S23",
                        "What changedSince gives is all and FULL, or what changed and CHANGES, or PARTIAL.",
                        SourceChangeRules::isTrue),
                SourceRules.ofObjects(
                        "S24",
                        "changedSince tells each record that was deleted at that moment or later, if the source can tell.",
                        SourceChangeRules::tellsDeletions),
                SourceRules.ofObjects(
                        "S25",
                        "A deletion is told only to who asks for changes, and once only.",
                        SourceChangeRules::tellsDeletionsOnce),
                SourceRules.ofObjects(
                        "S41",
                        "What a cursor says to be present is all that changes since 1970 are.",
                        SourceChangeRules::tellsPresent));
    }

    private static void isNoChange(SourceProbe probe, ObjectDescription object) {
        expect(probe.given(object.type()).coverage() != Coverage.CHANGES, "a reading from no moment on says CHANGES");
    }

    private static void givesAll(SourceProbe probe, ObjectDescription object) {
        List<String> all = places(probe.given(object.type()));
        expect(
                places(since(probe, object.type(), Instant.EPOCH)).equals(all),
                "from 1970 on it gives other records than without a moment");
        Change change = change(probe, object.type());
        Set<RecordRef> missing = new HashSet<>(change.records());
        missing.removeAll(refs(since(probe, object.type(), change.at())));
        expect(missing.isEmpty(), missing.size() + " records that changed at that moment are missing");
    }

    private static void isTrue(SourceProbe probe, ObjectDescription object) {
        Change change = change(probe, object.type());
        SourceReading reading = since(probe, object.type(), change.at());
        Set<RecordRef> given = refs(reading);
        if (reading.coverage() == Coverage.CHANGES) {
            given.removeAll(change.records());
            expect(given.isEmpty(), "CHANGES is said, but " + given.size() + " records did not change");
        } else if (reading.coverage() == Coverage.FULL) {
            expect(
                    places(reading).equals(places(probe.anew(ReadRequest.all(object.type())))),
                    "FULL is said, but what did not change is missing, and would count as deleted");
        }
    }

    private static Change change(SourceProbe probe, ObjectType type) {
        probe.changed();
        Change change = SourceProbe.hook(probe.source().change(type), "change()");
        if (change.records().size() < 2) {
            throw new NotCheckableException("change() names " + change.records().size() + " records. Change two");
        }
        return change;
    }

    private static void tellsDeletionsOnce(SourceProbe probe, ObjectDescription object) {
        expect(
                probe.given(object.type()).deleted().isEmpty(),
                "a reading of all tells what was deleted, as if it had been there");
        List<RecordRef> told = since(probe, object.type(), Instant.EPOCH).deleted();
        expect(new HashSet<>(told).size() == told.size(), "a deletion is told twice");
    }

    private static void tellsDeletions(SourceProbe probe, ObjectDescription object) {
        probe.changed();
        Change deletion = SourceProbe.hook(probe.source().delete(object.type()), "delete()");
        SourceReading reading = since(probe, object.type(), deletion.at());
        Set<RecordRef> missing = new HashSet<>(deletion.records());
        missing.removeAll(reading.deleted());
        expect(missing.isEmpty(), missing.size() + " records that were deleted at that moment are not told");
        expect(
                refs(reading).stream().noneMatch(deletion.records()::contains),
                "a record that was deleted is read as well");
    }

    /** Whoever cannot tell what is there promises nothing. */
    private static void tellsPresent(SourceProbe probe, ObjectDescription object) {
        try (SourceSession session = probe.another();
                RecordCursor cursor = session.read(request(object.type(), Instant.EPOCH))) {
            SourceReading all = SourceProbe.given("what changed", () -> SourceReading.of(cursor));
            cursor.present().ifPresent(present -> {
                Set<String> there = refs(all).stream().map(RecordRef::id).collect(Collectors.toSet());
                Set<String> told = ids(present);
                long more = told.stream().filter(id -> !there.contains(id)).count();
                there.removeAll(told);
                expect(there.isEmpty(), there.size() + " records that are there would count as deleted");
                expect(more <= all.aside().size(), more + " records are said to be there that are not read");
            });
        }
    }

    private static Set<String> ids(RecordCursor.Present present) {
        Set<String> told = new HashSet<>();
        for (List<String> page = present.next(); !page.isEmpty(); page = present.next()) {
            expect(told.addAll(page), "a page of ids comes twice, so there is no end");
        }
        return told;
    }

    private static SourceReading since(SourceProbe probe, ObjectType type, Instant moment) {
        return probe.anew(request(type, moment));
    }

    private static ReadRequest request(ObjectType type, Instant since) {
        return new ReadRequest(type, Optional.empty(), Optional.of(since));
    }

    private static List<String> places(SourceReading reading) {
        return SourceReading.places(reading.present());
    }

    private static Set<RecordRef> refs(SourceReading reading) {
        List<CrmRecord> records = reading.records();
        return records.stream().map(CrmRecord::ref).collect(Collectors.toCollection(HashSet::new));
    }
}
