package dev.crmmigration.testkit.contract;

import static dev.crmmigration.testkit.contract.Rule.expect;

import dev.crmmigration.api.catalog.Access;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.RecordRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** What the platform does not take is refused as a whole, and the refusal says what, and what to do. */
final class RefusalRules {

    private static final String NO_FIELD = "no_such_field_of_this_account";
    private static final String NO_OPTION = "no-such-option-987654";
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*");

    private RefusalRules() {}

    static List<Rule<Probe>> all() {
        return List.of(
                Rule.ofObjects(
                        "D26",
                        "A create without a required field is Rejected, and the field is named.",
                        CreateRules::isRecord,
                        RefusalRules::required),
                Rule.ofChanges(
                        "D27",
                        "A value that a field cannot take is Rejected with field, code and remedy, and nothing is done.",
                        any -> true,
                        (probe, sample) -> eachWrong(probe, sample, RefusalRules::refused)),
                Rule.ofChanges(
                        "D28",
                        "A refusal does not print the refused value.",
                        any -> true,
                        (probe, sample) -> eachWrong(probe, sample, RefusalRules::discreet)),
                Rule.ofObjects(
                        "D29",
                        "A field that the catalog lacks is Rejected by name, not left out.",
                        CreateRules::isRecord,
                        RefusalRules::unknownField),
                Rule.ofSamples(
                        "D30",
                        "A reference to a record that is not there is Rejected or InDoubt, never Written.",
                        CreateRules::isRecord,
                        RefusalRules::missingParent),
                Rule.ofObjects(
                        "D31",
                        "An update of a record that is not there is Rejected or InDoubt, never Written.",
                        object -> object.traits().deletable() && CatalogRules.isChangeable(object),
                        RefusalRules::missingRecord));
    }

    private static void required(Probe probe, Sample sample) {
        Map<String, FieldValue> whole = probe.fields(sample);
        for (FieldDescription field : probe.object(sample.type()).fields()) {
            if (field.required()) {
                Map<String, FieldValue> fields = new LinkedHashMap<>(whole);
                fields.remove(field.key());
                WriteOutcome outcome = probe.write(new Write.Create(probe.effect(), sample.type(), fields));
                expect(
                        Outcomes.isRejected(outcome),
                        field.key() + " is required, but a create without it was not Rejected: "
                                + Outcomes.told(outcome));
                expect(
                        Outcomes.names(outcome, field.key()),
                        "the refusal of a create without " + field.key() + " does not name it: "
                                + Outcomes.told(outcome));
            }
        }
    }

    /** A write with one value that does not fit, and what became of it. */
    private record Refusal(Probe probe, Made made, String field, Object value, WriteOutcome outcome) {}

    private static void eachWrong(Probe probe, Sample sample, BiConsumer<Refusal, Optional<CrmRecord>> check) {
        Made made = probe.given(sample);
        Reading reading = new Reading(probe);
        boolean readable = Reading.isReadable(probe.object(sample.type()));
        for (Map.Entry<String, Object> wrong : wrongs(probe, sample)) {
            Optional<CrmRecord> before = readable ? Optional.of(reading.given(made)) : Optional.empty();
            Map<String, FieldValue> fields = new LinkedHashMap<>(probe.firstChange(sample));
            fields.put(wrong.getKey(), FieldValue.of(wrong.getValue()));
            WriteOutcome outcome = probe.write(probe.update(made, fields));
            check.accept(new Refusal(probe, made, wrong.getKey(), wrong.getValue(), outcome), before);
        }
    }

    /** Returns what the author knows to be wrong, and an unknown option for every pick-list of the sample. */
    private static List<Map.Entry<String, Object>> wrongs(Probe probe, Sample sample) {
        ObjectDescription object = probe.object(sample.type());
        List<Map.Entry<String, Object>> wrongs = new ArrayList<>();
        sample.wrongs()
                .forEach(wrong ->
                        wrongs.add(Map.entry(Drafts.field(object, wrong.field()).key(), wrong.value())));
        for (String name : sample.fields().keySet()) {
            FieldDescription field = Drafts.field(object, name);
            boolean isWritable = field.access() == Access.WRITABLE;
            if (isWritable && field.type() == FieldType.CHOICE) {
                wrongs.add(Map.entry(field.key(), NO_OPTION));
            } else if (isWritable && field.type() == FieldType.CHOICES) {
                wrongs.add(Map.entry(field.key(), List.of(NO_OPTION)));
            }
        }
        return wrongs;
    }

    private static void refused(Refusal refusal, Optional<CrmRecord> before) {
        String field = refusal.field();
        WriteOutcome outcome = refusal.outcome();
        expect(Outcomes.isRejected(outcome), "a wrong " + field + " was not Rejected: " + Outcomes.told(outcome));
        expect(Outcomes.names(outcome, field), "the refusal of a wrong " + field + " does not name it: " + outcome);
        for (FieldError error : Outcomes.errors(outcome)) {
            expect(CODE.matcher(error.code()).matches(), "the code of a wrong " + field + " is not in capitals");
            expect(!error.remedy().isBlank(), "the refusal of a wrong " + field + " says nothing about what to do");
        }
        if (before.isPresent()) {
            CrmRecord after = new Reading(refusal.probe()).given(refusal.made());
            Set<String> changed = new Comparison(refusal.probe(), refusal.made().type()).different(before.get(), after);
            expect(changed.isEmpty(), "a wrong " + field + " was Rejected, but the update changed " + changed);
        }
    }

    private static void discreet(Refusal refusal, Optional<CrmRecord> before) {
        for (String text : Texts.of(refusal.value())) {
            expect(
                    !refusal.outcome().toString().contains(text),
                    "the outcome of a wrong " + refusal.field() + " prints the value");
            Outcomes.errors(refusal.outcome())
                    .forEach(error -> expect(
                            !error.code().contains(text) && !error.field().contains(text),
                            "the code of a wrong " + refusal.field() + " holds the value"));
        }
    }

    private static void unknownField(Probe probe, Sample sample) {
        Map<String, FieldValue> fields = new LinkedHashMap<>(probe.fields(sample));
        fields.put(NO_FIELD, FieldValue.of("Some text"));
        WriteOutcome outcome = probe.write(new Write.Create(probe.effect(), sample.type(), fields));
        expect(
                Outcomes.isRejected(outcome),
                "a create with an unknown field was not Rejected: " + Outcomes.told(outcome));
        expect(Outcomes.names(outcome, NO_FIELD), "the refusal of an unknown field does not name it");
    }

    private static void missingParent(Probe probe, Sample sample) {
        ObjectDescription object = probe.object(sample.type());
        Map<String, FieldValue> whole = probe.fields(sample);
        whole.forEach((key, value) -> {
            if (value.value().filter(RecordRef.class::isInstance).isPresent()
                    && object.field(key)
                            .filter(field -> field.type() == FieldType.REFERENCE)
                            .isPresent()) {
                RecordRef parent = (RecordRef) value.value().get();
                missing(probe, parent).ifPresent(gone -> {
                    Map<String, FieldValue> fields = new LinkedHashMap<>(whole);
                    fields.put(key, FieldValue.of(gone));
                    WriteOutcome outcome = probe.write(new Write.Create(probe.effect(), sample.type(), fields));
                    expect(
                            Outcomes.isRejected(outcome) || Outcomes.isInDoubt(outcome),
                            key + " led to a record that is not there, and the create was " + Outcomes.told(outcome));
                });
            }
        });
    }

    /** Returns a record that was there and is gone. */
    private static Optional<RecordRef> missing(Probe probe, RecordRef like) {
        if (!probe.object(like.type()).traits().deletable()) {
            return Optional.empty();
        }
        return probe.sample(like.type()).map(sample -> {
            Made gone = probe.given(sample);
            probe.givenWrite(probe.delete(gone.ref()));
            return gone.ref();
        });
    }

    private static void missingRecord(Probe probe, Sample sample) {
        Made gone = probe.given(sample);
        probe.givenWrite(probe.delete(gone.ref()));
        WriteOutcome outcome = probe.write(probe.update(gone, probe.firstChange(sample)));
        expect(
                Outcomes.isRejected(outcome) || Outcomes.isInDoubt(outcome),
                "the record was deleted, and its update was " + Outcomes.told(outcome));
    }
}
