package dev.crmmigration.testkit.contract;

import static dev.crmmigration.testkit.contract.Rule.expect;

import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.source.Coverage;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.SourceEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Pages: their end, going on from a position, and failures between them. */
final class SourcePageRules {

    private static final ObjectType NOBODYS = ObjectType.of("object-that-no-source-has");
    private static final int MOST_POSITIONS = 20;

    private SourcePageRules() {}

    static List<Rule<SourceProbe>> all() {
        return List.of(
                SourceRules.ofObjects(
                        "S17", "The page at the end is empty, and so is every one after it.", SourcePageRules::end),
                Rule.ofAccount(
                        "S18",
                        "An object that the catalog lacks has no records, and FULL is not said of it.",
                        SourcePageRules::lacking),
                SourceRules.ofObjects(
                        "S19",
                        "From each position another session goes on, and nothing is lost or comes twice.",
                        SourcePageRules::goOn),
                SourceRules.ofObjects(
                        "S20",
                        "A read that may succeed later throws RetryableConnectorException; then the same page comes.",
                        SourcePageRules::repeat));
    }

    private static void end(SourceProbe probe, ObjectDescription object) {
        try (RecordCursor cursor = probe.session().read(ReadRequest.all(object.type()))) {
            SourceReading.of(cursor);
            for (int i = 0; i < 3; i++) {
                expect(cursor.next().isEmpty(), "a page after the end has entries");
            }
        }
    }

    private static void lacking(SourceProbe probe) {
        SourceReading reading = SourceReading.of(probe.session(), ReadRequest.all(NOBODYS));
        expect(reading.pages().isEmpty(), "there are entries of an object that the catalog lacks");
        expect(reading.coverage() != Coverage.FULL, "FULL says that all records of such an object were deleted");
    }

    private static void goOn(SourceProbe probe, ObjectDescription object) {
        SourceReading all = probe.given(object.type());
        List<String> expected = SourceReading.places(all.entries());
        int boundaries = all.pages().size();
        for (int given = 0; given <= boundaries; given += 1 + boundaries / MOST_POSITIONS) {
            Optional<String> position = all.positions().get(given);
            if (position.isPresent()) {
                ReadRequest rest = ReadRequest.all(object.type()).from(position.get());
                List<SourceEntry> together = Stream.concat(
                                all.pages().subList(0, given).stream().flatMap(List::stream),
                                probe.anew(rest).entries().stream())
                        .toList();
                expect(
                        SourceReading.places(together).equals(expected),
                        "going on after page " + given + " gives " + together.size() + " entries in place of "
                                + expected.size() + ", or others");
            }
        }
    }

    private static void repeat(SourceProbe probe, ObjectDescription object) {
        List<String> expected = SourceReading.places(probe.given(object.type()).entries());
        List<SourceEntry> disturbed = new ArrayList<>();
        try (RecordCursor cursor = probe.session().read(ReadRequest.all(object.type()))) {
            List<SourceEntry> page;
            do {
                page = afterAFailure(probe, cursor);
                disturbed.addAll(page);
            } while (!page.isEmpty() && disturbed.size() <= expected.size());
        }
        expect(
                SourceReading.places(disturbed).equals(expected),
                "a reading with failures gives " + disturbed.size() + " entries in place of " + expected.size()
                        + ", or others");
    }

    private static List<SourceEntry> afterAFailure(SourceProbe probe, RecordCursor cursor) {
        probe.begin(Fault.READ_FAILS);
        try {
            return cursor.next();
        } catch (RetryableConnectorException e) {
            expect(!String.valueOf(e.getMessage()).isBlank(), "the exception says nothing");
            probe.source().end();
            return cursor.next();
        } finally {
            probe.source().end();
        }
    }
}
