package dev.crmmigration.testkit.contract;

import static dev.crmmigration.testkit.contract.Rule.expect;

import dev.crmmigration.api.catalog.Access;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.destination.WriteOutcome.How;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A create makes one new record, with what was sent. */
final class CreateRules {

    private CreateRules() {}

    static List<Rule<Probe>> all() {
        return List.of(
                Rule.ofSamples(
                        "D17",
                        "A create is Written as CREATED, with its own effect and a reference to its object.",
                        any -> true,
                        CreateRules::created),
                Rule.ofObjects(
                        "D18",
                        "A create makes a new record, also if one with the same fields is there.",
                        CreateRules::isRecord,
                        CreateRules::isNew),
                Rule.ofSamples(
                        "D19",
                        "What a create sent comes back: canonical(sent) equals canonical(read), field by field.",
                        Reading::isReadable,
                        CreateRules::comesBack),
                Rule.ofSamples(
                        "D24",
                        "The record that comes with Written is the one that a scan gives.",
                        Reading::isReadable,
                        CreateRules::stored));
    }

    /** Files are attached, which leaves nothing of it to try. */
    static boolean isRecord(ObjectDescription object) {
        return object.fields().stream()
                .anyMatch(field -> field.access() == Access.WRITABLE || field.access() == Access.ON_CREATE_ONLY);
    }

    private static void created(Probe probe, Sample sample) {
        Write create = probe.create(sample);
        WriteOutcome outcome = probe.write(create);
        expect(outcome.effect().equals(create.effect()), "the outcome has another effect than the write");
        expect(Outcomes.is(outcome, How.CREATED), "the create was not done: " + Outcomes.told(outcome));
        expect(
                Outcomes.written(outcome)
                        .filter(written -> written.ref().type().equals(sample.type()))
                        .isPresent(),
                "the reference is one to another object");
    }

    private static void isNew(Probe probe, Sample sample) {
        Made first = probe.given(withoutKey(probe, sample));
        WriteOutcome outcome = probe.write(new Write.Create(probe.effect(), sample.type(), first.sent()));
        // A platform may refuse what is there already; it must not say that it made it
        if (!Outcomes.isRejected(outcome)) {
            expect(Outcomes.is(outcome, How.CREATED), "the second create was not done: " + Outcomes.told(outcome));
            expect(
                    Outcomes.written(outcome)
                            .filter(written -> !written.ref().equals(first.ref()))
                            .isPresent(),
                    "the second create gave the record that the first one made");
        }
    }

    /** A key of ours may make a create repeatable; this is about creates without. */
    private static Write.Create withoutKey(Probe probe, Sample sample) {
        Map<String, FieldValue> fields = new LinkedHashMap<>(probe.fields(sample));
        TraitRules.keyField(probe, sample.type()).ifPresent(fields::remove);
        return new Write.Create(probe.effect(), sample.type(), fields);
    }

    private static void comesBack(Probe probe, Sample sample) {
        Made made = probe.given(sample);
        Comparison comparison = new Comparison(probe, sample.type());
        Optional<CrmRecord> read = new Reading(probe)
                .settled(made, record -> comparison.changed(made.sent(), record).isEmpty());
        if (read.isEmpty()) {
            throw new NotCheckableException("what was written is not found again. Mend that first");
        }
        Set<String> changed = comparison.changed(made.sent(), read.get());
        expect(changed.isEmpty(), "these fields did not come back as they were sent: " + changed);
    }

    private static void stored(Probe probe, Sample sample) {
        Made made = probe.given(sample);
        if (made.stored().isEmpty()) {
            return;
        }
        CrmRecord stored = made.stored().get();
        expect(stored.ref().equals(made.ref()), "it has another reference than the outcome");
        Set<String> different = new Comparison(probe, sample.type()).different(stored, new Reading(probe).given(made));
        expect(different.isEmpty(), "these fields differ: " + different);
    }
}
