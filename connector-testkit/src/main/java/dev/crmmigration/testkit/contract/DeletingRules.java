package dev.crmmigration.testkit.contract;

import static dev.crmmigration.testkit.contract.Rule.expect;

import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.destination.WriteOutcome.How;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.RecordRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a rollback needs: records can be taken away, and are gone then. */
final class DeletingRules {

    private DeletingRules() {}

    static List<Rule<Probe>> all() {
        return List.of(
                Rule.ofObjects(
                        "D39",
                        "deletable is true: a delete is Written as DELETED; where it is not declared it is Rejected.",
                        any -> true,
                        DeletingRules::deletes),
                Rule.ofObjects(
                        "D40",
                        "A second delete is Written as ALREADY_GONE.",
                        DeletingRules::isDeletable,
                        DeletingRules::deletesTwice),
                Rule.ofObjects(
                        "D41",
                        "No scan gives a record that was deleted.",
                        object -> isDeletable(object) && Reading.isReadable(object),
                        DeletingRules::isGone));
    }

    private static boolean isDeletable(ObjectDescription object) {
        return object.traits().deletable();
    }

    private static void deletes(Probe probe, Sample sample) {
        Made made = probe.given(sample);
        WriteOutcome outcome = probe.write(probe.delete(made.ref()));
        if (isDeletable(probe.object(sample.type()))) {
            expect(Outcomes.is(outcome, How.DELETED), "the delete was not done: " + Outcomes.told(outcome));
            expect(
                    Outcomes.written(outcome)
                            .filter(written -> written.ref().equals(made.ref()))
                            .isPresent(),
                    "the delete names another record");
        } else {
            expect(
                    Outcomes.isRejected(outcome),
                    "it is declared not deletable, but a delete was " + Outcomes.told(outcome));
        }
    }

    private static void deletesTwice(Probe probe, Sample sample) {
        Made made = probe.given(sample);
        probe.givenWrite(probe.delete(made.ref()));
        WriteOutcome second = probe.write(probe.delete(made.ref()));
        expect(Outcomes.is(second, How.ALREADY_GONE), "the second delete was " + Outcomes.told(second));
    }

    private static void isGone(Probe probe, Sample sample) {
        Instant before = probe.account().clock().instant();
        Made made = probe.given(sample);
        Made other = probe.given(sample);
        Reading reading = new Reading(probe);
        reading.given(made);
        probe.givenWrite(probe.delete(made.ref()));
        probe.settle(sample.type());
        List<ScanRequest> scans = new ArrayList<>(List.of(
                new ScanRequest.All(sample.type()),
                new ScanRequest.ChangedSince(sample.type(), before),
                new ScanRequest.ByIds(
                        sample.type(), List.of(made.ref().id(), other.ref().id()))));
        for (RecordRef parent : made.parents()) {
            scans.add(new ScanRequest.OfParents(sample.type(), List.of(parent)));
        }
        for (ScanRequest scan : scans) {
            Optional<List<CrmRecord>> found = reading.offered(scan);
            expect(
                    found.isEmpty() || Reading.times(found.get(), made.ref()) == 0,
                    scan.getClass().getSimpleName() + " gives it still");
        }
    }
}
