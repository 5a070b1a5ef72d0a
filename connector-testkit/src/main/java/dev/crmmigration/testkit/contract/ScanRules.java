package dev.crmmigration.testkit.contract;

import static dev.crmmigration.testkit.contract.Rule.expect;

import dev.crmmigration.api.catalog.ReadBack;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/** Scans: their pages, and what they say of the same records. */
final class ScanRules {

    private static final int READERS = 4;

    private ScanRules() {}

    static List<Rule<Probe>> all() {
        return List.of(
                Rule.ofObjects(
                        "D42",
                        "scan makes no call; the first call is made by the first next().",
                        Reading::isReadable,
                        ScanRules::isLazy),
                Rule.ofObjects(
                        "D43",
                        "The page at the end of a scan is empty, and so is every one after it.",
                        Reading::isReadable,
                        ScanRules::ends),
                Rule.ofObjects(
                        "D44",
                        "All scans say the same of a record; ByIds and OfParents give what was asked for and no more.",
                        Reading::isReadable,
                        ScanRules::agree),
                Rule.ofObjects(
                        "D45",
                        "A read that may succeed later throws RetryableConnectorException; then the same page comes.",
                        Reading::isReadable,
                        ScanRules::repeats),
                Rule.ofObjects(
                        "D46",
                        "Several threads scan at once, and each gets everything.",
                        Reading::isReadable,
                        ScanRules::atOnce));
    }

    /** Returns a record that can be found, and the scan that finds it. */
    private static ScanRequest way(Probe probe, Made made) {
        Reading reading = new Reading(probe);
        reading.given(made);
        List<ScanRequest> ways = new ArrayList<>(reading.ways(made));
        ways.removeIf(way -> reading.offered(way).isEmpty());
        // The scan of all has the most pages
        return ways.get(ways.size() - 1);
    }

    private static void isLazy(Probe probe, Sample sample) {
        ScanRequest request = way(probe, probe.given(sample));
        Map<String, Long> before = probe.context().spent();
        RecordReader.Pages pages = probe.session().reader().scan(request);
        expect(before.equals(probe.context().spent()), "scan took a call");
        pages.next();
    }

    private static void ends(Probe probe, Sample sample) {
        ScanRequest request = way(probe, probe.given(sample));
        RecordReader.Pages pages = probe.session().reader().scan(request);
        Reading.toEnd(pages);
        for (int i = 0; i < 3; i++) {
            expect(pages.next().isEmpty(), "a page after the end has records");
        }
    }

    private static void agree(Probe probe, Sample sample) {
        ObjectType type = sample.type();
        Instant before = probe.account().clock().instant();
        Made mine = probe.given(sample);
        Made others = probe.given(sample, " others");
        Reading reading = new Reading(probe);
        CrmRecord image = reading.given(mine);
        reading.given(others);
        compare(probe, image, new ScanRequest.All(type));
        compare(probe, image, new ScanRequest.ChangedSince(type, before));
        ScanRequest byIds = new ScanRequest.ByIds(type, List.of(mine.ref().id()));
        compare(probe, image, byIds).ifPresent(found -> only(found, mine, "ByIds"));
        boolean byParent = probe.object(type).traits().readBack() == ReadBack.BY_PARENT;
        List<RecordRef> parents = byParent ? reading.parent(mine).stream().toList() : mine.parents();
        for (RecordRef parent : parents) {
            if (!others.parents().contains(parent)) {
                Optional<List<CrmRecord>> found =
                        compare(probe, image, new ScanRequest.OfParents(type, List.of(parent)));
                String which = "OfParents by " + parent.type();
                found.ifPresent(records -> {
                    expect(Reading.times(records, mine.ref()) == 1, which + " does not give what hangs on it once");
                    expect(Reading.times(records, others.ref()) == 0, which + " gives what hangs on another one");
                });
            }
        }
    }

    private static void only(List<CrmRecord> found, Made wanted, String scan) {
        expect(Reading.times(found, wanted.ref()) == 1, scan + " does not give what was asked for once");
        expect(found.size() == 1, scan + " gives what was not asked for");
    }

    /** Compares what a scan says of a record, if it is offered and gives it. */
    private static Optional<List<CrmRecord>> compare(Probe probe, CrmRecord image, ScanRequest request) {
        Optional<List<CrmRecord>> found = new Reading(probe).offered(request);
        found.flatMap(records -> Reading.in(records, image.ref())).ifPresent(other -> {
            Set<String> different = new Comparison(probe, image.ref().type()).different(image, other);
            expect(
                    different.isEmpty(),
                    request.getClass().getSimpleName() + " gives a record with other values in " + different);
        });
        return found;
    }

    private static void repeats(Probe probe, Sample sample) {
        List<RecordRef> expected = new ArrayList<>();
        Made made = probe.given(sample);
        expected.add(made.ref());
        for (int i = 0; i < 4; i++) {
            expected.add(probe.given(sample).ref());
        }
        ScanRequest request = way(probe, made);
        List<CrmRecord> undisturbed = new Reading(probe).scan(request);
        List<CrmRecord> disturbed = new ArrayList<>();
        RecordReader.Pages pages = probe.session().reader().scan(request);
        List<CrmRecord> page;
        do {
            probe.begin(Fault.READ_FAILS);
            page = againAfterFailure(pages);
            probe.account().end();
            disturbed.addAll(page);
        } while (!page.isEmpty());
        expected.removeIf(ref -> Reading.times(undisturbed, ref) == 0);
        for (RecordRef ref : expected) {
            long times = Reading.times(disturbed, ref);
            expect(times == 1, "a scan with failures gave a record " + times + " times");
        }
        expect(disturbed.size() == undisturbed.size(), "a scan with failures gave another number of records");
    }

    private static List<CrmRecord> againAfterFailure(RecordReader.Pages pages) {
        try {
            return pages.next();
        } catch (RetryableConnectorException e) {
            return pages.next();
        }
    }

    private static void atOnce(Probe probe, Sample sample) {
        ScanRequest request = way(probe, probe.given(sample));
        List<RecordRef> expected = refs(new Reading(probe).scan(request));
        List<Callable<List<RecordRef>>> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            readers.add(() -> refs(new Reading(probe).scan(request)));
        }
        for (List<RecordRef> found : Crowd.atOnce(readers)) {
            expect(found.equals(expected), "a scan beside others gave something else than one alone");
        }
    }

    private static List<RecordRef> refs(List<CrmRecord> records) {
        return records.stream().map(CrmRecord::ref).toList();
    }
}
