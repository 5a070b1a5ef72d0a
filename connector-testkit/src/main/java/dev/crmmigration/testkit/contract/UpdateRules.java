package dev.crmmigration.testkit.contract;

import static dev.crmmigration.testkit.contract.Rule.expect;

import dev.crmmigration.api.catalog.Access;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.destination.WriteOutcome.How;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An update changes what it names, and nothing else. */
final class UpdateRules {

    private UpdateRules() {}

    static List<Rule<Probe>> all() {
        return List.of(
                Rule.ofChanges(
                        "D20",
                        "An update is Written as UPDATED, and what it sent comes back.",
                        Reading::isReadable,
                        UpdateRules::comesBack),
                Rule.ofChanges(
                        "D21",
                        "An update leaves the fields that it does not name.",
                        Reading::isReadable,
                        UpdateRules::leavesOthers),
                Rule.ofChanges(
                        "D22",
                        "A field that is cleared is empty afterwards, or the clear is Rejected and changes nothing.",
                        Reading::isReadable,
                        UpdateRules::clears),
                Rule.ofChanges(
                        "D23",
                        "What the reader gives the writer accepts, and writing it changes nothing.",
                        Reading::isReadable,
                        UpdateRules::law),
                Rule.ofChanges(
                        "D25",
                        "What cannot be written is Rejected by name with nothing done, or left out with the rest done.",
                        Reading::isReadable,
                        UpdateRules::readOnly));
    }

    private static void comesBack(Probe probe, Sample sample) {
        Made made = probe.given(sample);
        Map<String, FieldValue> changes = probe.changes(sample);
        Write.Update update = probe.update(made, changes);
        WriteOutcome outcome = probe.write(update);
        expect(outcome.effect().equals(update.effect()), "the outcome has another effect than the write");
        expect(Outcomes.is(outcome, How.UPDATED), "the update was not done: " + Outcomes.told(outcome));
        Comparison comparison = new Comparison(probe, sample.type());
        Optional<CrmRecord> read = new Reading(probe)
                .settled(made, record -> comparison.changed(changes, record).isEmpty());
        if (read.isEmpty()) {
            throw new NotCheckableException("what was written is not found again. Mend that first");
        }
        Set<String> changed = comparison.changed(changes, read.get());
        expect(changed.isEmpty(), "these fields did not come back as they were sent: " + changed);
    }

    private static void leavesOthers(Probe probe, Sample sample) {
        Made made = probe.given(sample);
        Reading reading = new Reading(probe);
        CrmRecord before = reading.given(made);
        Map<String, FieldValue> change = probe.firstChange(sample);
        probe.givenWrite(probe.update(made, change));
        Set<String> changed = new Comparison(probe, sample.type()).different(before, reading.given(made));
        changed.removeAll(change.keySet());
        expect(changed.isEmpty(), "an update of " + change.keySet() + " changed these as well: " + changed);
    }

    private static void clears(Probe probe, Sample sample) {
        Made made = probe.given(sample);
        CrmRecord before = new Reading(probe).given(made);
        List<String> failures = new ArrayList<>();
        for (String key : made.sent().keySet()) {
            Optional<FieldDescription> field = probe.object(sample.type()).field(key);
            if (before.value(key).isPresent()
                    && field.filter(it -> it.access() == Access.WRITABLE && !it.required())
                            .isPresent()) {
                clears(probe, made, key).ifPresent(failures::add);
            }
        }
        expect(failures.isEmpty(), String.join("; ", failures));
    }

    /** Clears a field, and says what is wrong then. */
    private static Optional<String> clears(Probe probe, Made made, String key) {
        Comparison comparison = new Comparison(probe, made.type());
        Reading reading = new Reading(probe);
        CrmRecord before = reading.given(made);
        if (before.value(key).isEmpty()) {
            return Optional.empty(); // gone with another one
        }
        WriteOutcome outcome = probe.write(probe.update(made, Map.of(key, FieldValue.cleared())));
        CrmRecord after = reading.given(made);
        if (Outcomes.isRejected(outcome)) {
            // Whether it can be empty may hinge on other fields: then the whole record is refused
            boolean named = Outcomes.names(outcome, key) || Outcomes.names(outcome, "");
            return named && comparison.different(before, after).isEmpty()
                    ? Optional.empty()
                    : Optional.of(key + " cannot be cleared, and the refusal names another field or changed something: "
                            + Outcomes.told(outcome));
        }
        // What is cleared next may need it
        Probe.quietly(() -> probe.write(probe.update(made, only(made.sent(), key))));
        return Outcomes.is(outcome, How.UPDATED) && after.value(key).isEmpty()
                ? Optional.empty()
                : Optional.of(key + " was cleared, but still holds something: " + Outcomes.told(outcome));
    }

    private static Map<String, FieldValue> only(Map<String, FieldValue> fields, String key) {
        Map<String, FieldValue> one = new LinkedHashMap<>(fields);
        one.keySet().retainAll(Set.of(key));
        return one;
    }

    private static void law(Probe probe, Sample sample) {
        Made made = probe.given(sample);
        Reading reading = new Reading(probe);
        Comparison comparison = new Comparison(probe, sample.type());
        CrmRecord before = reading.given(made);
        WriteOutcome outcome = probe.write(probe.update(made, comparison.writable(before)));
        expect(Outcomes.is(outcome, How.UPDATED), "the writer did not take it: " + Outcomes.told(outcome));
        Set<String> changed = comparison.different(before, reading.given(made));
        expect(changed.isEmpty(), "writing what was read changed " + changed);
    }

    private static void readOnly(Probe probe, Sample sample) {
        Made made = probe.given(sample);
        Reading reading = new Reading(probe);
        Comparison comparison = new Comparison(probe, sample.type());
        for (FieldDescription field : probe.object(sample.type()).fields()) {
            CrmRecord before = reading.given(made);
            Optional<Object> other = field.access() == Access.WRITABLE
                    ? Optional.empty()
                    : new OtherValues(probe).than(field, before.value(field.key()));
            if (other.isPresent()) {
                Map<String, FieldValue> change = probe.firstChange(sample);
                Map<String, FieldValue> both = new LinkedHashMap<>(change);
                both.put(field.key(), FieldValue.of(other.get()));
                WriteOutcome outcome = probe.write(probe.update(made, both));
                CrmRecord after = reading.given(made);
                if (Outcomes.isRejected(outcome)) {
                    expect(Outcomes.names(outcome, field.key()), "the refusal of " + field.key() + " does not name it");
                    Set<String> changed = comparison.different(before, after);
                    expect(changed.isEmpty(), field.key() + " was Rejected, but the update changed " + changed);
                } else {
                    expect(Outcomes.is(outcome, How.UPDATED), "the update was not done: " + Outcomes.told(outcome));
                    Set<String> missed = comparison.changed(change, after);
                    expect(missed.isEmpty(), "the update left out " + missed + " because of " + field.key());
                    expect(
                            !comparison
                                    .changed(Map.of(field.key(), both.get(field.key())), after)
                                    .isEmpty(),
                            field.key() + " is " + field.access() + ", but an update changed it");
                }
            }
        }
    }
}
