package dev.crmmigration.testkit.contract;

import static dev.crmmigration.testkit.contract.Rule.expect;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.destination.WriteOutcome.How;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.RecordRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/** The traits that say how many records can be written: in one call, at once. */
final class WritingRules {

    private static final int ROUNDS = 3;

    private WritingRules() {}

    static List<Rule<Probe>> all() {
        return List.of(
                Rule.ofObjects(
                        "D32",
                        "maxCreateBatch is true: a batch of so many creates gives one outcome for each, in order.",
                        any -> true,
                        WritingRules::fullBatch),
                Rule.ofObjects(
                        "D33",
                        "A write that is refused does not harm the others of its batch.",
                        object -> object.traits().maxCreateBatch() > 1 && CreateRules.isRecord(object),
                        WritingRules::badWrite),
                Rule.ofObjects(
                        "D34",
                        "concurrency is true: the writer takes so many calls at once.",
                        any -> true,
                        WritingRules::atOnce));
    }

    private static ObjectTraits traits(Probe probe, Sample sample) {
        return probe.object(sample.type()).traits();
    }

    private static List<Write> creates(Probe probe, Sample sample, int count) {
        List<Write> creates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            creates.add(probe.create(sample));
        }
        return creates;
    }

    private static void fullBatch(Probe probe, Sample sample) {
        List<Write> batch = creates(probe, sample, traits(probe, sample).maxCreateBatch());
        check(probe, batch, probe.writeAll(batch));
    }

    /** Finds every write done, by its own outcome, as a record of its own with its own fields. */
    private static void check(Probe probe, List<Write> writes, List<WriteOutcome> outcomes) {
        Set<RecordRef> refs = new HashSet<>();
        for (int i = 0; i < writes.size(); i++) {
            String which = "write " + (i + 1) + " of " + writes.size();
            WriteOutcome outcome = outcomes.get(i);
            expect(outcome.effect().equals(writes.get(i).effect()), which + " has the outcome of another one");
            expect(Outcomes.is(outcome, How.CREATED), which + " was not done: " + Outcomes.told(outcome));
            Made made = probe.made(writes.get(i), Outcomes.written(outcome).orElseThrow());
            expect(refs.add(made.ref()), which + " has the reference of another one");
            if (Reading.isReadable(probe.object(made.type()))) {
                holdsItsOwn(probe, made, which);
            }
        }
    }

    private static void holdsItsOwn(Probe probe, Made made, String which) {
        Comparison comparison = new Comparison(probe, made.type());
        Map<String, FieldValue> telling = new LinkedHashMap<>(made.sent());
        telling.values()
                .removeIf(value -> value.value().filter(Texts::isNumbered).isEmpty());
        Optional<CrmRecord> read = new Reading(probe)
                .settled(made, record -> comparison.changed(telling, record).isEmpty());
        read.ifPresent(record ->
                expect(comparison.changed(telling, record).isEmpty(), which + " has the fields of another one"));
    }

    private static void badWrite(Probe probe, Sample sample) {
        List<Write> batch =
                creates(probe, sample, Math.min(3, traits(probe, sample).maxCreateBatch()));
        batch.set(1, new Write.Create(probe.effect(), sample.type(), spoiled(probe, sample)));
        List<WriteOutcome> outcomes = Probe.tried("a batch cannot be sent", () -> probe.writeAll(batch));
        if (!Outcomes.isRejected(outcomes.get(1))) {
            throw new NotCheckableException("no write of it is refused. Mend that first");
        }
        for (int i = 0; i < batch.size(); i++) {
            boolean expected = i == 1 || Outcomes.is(outcomes.get(i), How.CREATED);
            expect(expected, "beside a refused write, another was " + Outcomes.told(outcomes.get(i)));
        }
    }

    /** Leaves out a required field; if there is none, names one that is not there. */
    private static Map<String, FieldValue> spoiled(Probe probe, Sample sample) {
        Map<String, FieldValue> fields = new LinkedHashMap<>(probe.fields(sample));
        Optional<String> required = probe.object(sample.type()).fields().stream()
                .filter(FieldDescription::required)
                .map(FieldDescription::key)
                .findFirst();
        required.ifPresentOrElse(fields::remove, () -> fields.put("no_such_field", FieldValue.of("text")));
        return fields;
    }

    private static void atOnce(Probe probe, Sample sample) {
        List<Callable<List<WriteOutcome>>> tasks = new ArrayList<>();
        List<Write> writes = new ArrayList<>();
        for (int i = 0; i < traits(probe, sample).concurrency(); i++) {
            List<Write> mine = creates(probe, sample, ROUNDS);
            writes.addAll(mine);
            tasks.add(() -> mine.stream().map(probe::write).toList());
        }
        List<WriteOutcome> outcomes =
                Crowd.atOnce(tasks).stream().flatMap(List::stream).toList();
        check(probe, writes, outcomes);
    }
}
