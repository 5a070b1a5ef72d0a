package dev.crmmigration.testkit.contract;

import static dev.crmmigration.testkit.contract.Rule.expect;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the platform will hold for a value. */
final class CanonicalRules {

    private CanonicalRules() {}

    static List<Rule<Probe>> all() {
        return List.of(
                Rule.ofSamples(
                        "D14",
                        "canonical gives the same for the same, and makes no call.",
                        any -> true,
                        (probe, sample) -> values(probe, sample).forEach(value -> value.isPure(probe))),
                Rule.ofSamples(
                        "D15",
                        "canonical of what canonical gave is the same.",
                        any -> true,
                        (probe, sample) -> values(probe, sample).forEach(value -> value.isIdempotent(probe))),
                Rule.ofObjects(
                        "D16",
                        "canonical takes a field that is only planned, whose platform type is empty.",
                        any -> true,
                        CanonicalRules::planned));
    }

    /** A value for a field. */
    private record Value(ObjectType type, FieldDescription field, Object value) {

        private Stored canonical(Probe probe, Object of) {
            return probe.session().canonical(type, field, of);
        }

        void isPure(Probe probe) {
            Map<String, Long> before = probe.context().spent();
            Stored first = canonical(probe, value);
            expect(
                    first.equals(canonical(probe, value)),
                    "the second answer about " + field.key() + " was another one");
            expect(before.equals(probe.context().spent()), "the answer about " + field.key() + " took a call");
        }

        void isIdempotent(Probe probe) {
            Object held = canonical(probe, value).value();
            Stored again = canonical(probe, held);
            expect(
                    again.value().equals(held),
                    "what is held of " + field.key() + " is said to be held as something else");
        }

        void isTaken(Probe probe) {
            try {
                canonical(probe, value);
            } catch (RuntimeException e) {
                throw new RuleBrokenException("a planned " + field.type() + " field makes it throw " + e);
            }
        }
    }

    private static List<Value> values(Probe probe, Sample sample) {
        List<Value> values = new ArrayList<>();
        add(probe, sample.type(), probe.fields(sample), values);
        add(probe, sample.type(), probe.changes(sample), values);
        return values;
    }

    private static void add(Probe probe, ObjectType type, Map<String, FieldValue> fields, List<Value> values) {
        fields.forEach((key, field) -> probe.object(type)
                .field(key)
                .ifPresent(known -> field.value().ifPresent(value -> values.add(new Value(type, known, value)))));
    }

    private static void planned(Probe probe, Sample sample) {
        OtherValues others = new OtherValues(probe);
        for (FieldType type : FieldType.values()) {
            FieldDescription.Builder field =
                    FieldDescription.builder("Planned", type).platformType("").custom();
            if (type == FieldType.CHOICE || type == FieldType.CHOICES) {
                field.options(List.of(Option.of("Planned option", "Planned option")));
            }
            FieldDescription planned = field.build();
            others.than(planned, Optional.empty())
                    .ifPresent(value -> new Value(sample.type(), planned, value).isTaken(probe));
        }
    }
}
