package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.destination.RecordWriter;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.destination.WriteOutcome.How;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.testkit.reference.ReferenceAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Destinations that take what they must refuse, or refuse it badly. */
final class RefusalDeviations {

    private static final String NO_OPTION = "no-such-option-987654";
    private static final String NO_FIELD = "no_such_field_of_this_account";

    private RefusalDeviations() {}

    static List<Deviation> all() {
        return List.of(
                Deviation.sends(
                        "D26",
                        "fills in a required field",
                        write -> Deviation.created(write, fields -> {
                            if (write.type().equals(ReferenceAccount.COMPANY)) {
                                fields.putIfAbsent("name", FieldValue.of("Unnamed"));
                            }
                        })),
                Deviation.sends(
                        "D27",
                        "leaves out unknown options",
                        write -> Deviation.updated(
                                write, fields -> fields.values().removeIf(FieldValue.of(NO_OPTION)::equals))),
                errors(
                        "D27",
                        "does not say which field is wrong",
                        error -> isBad(error) ? new FieldError("", error.code(), error.remedy()) : error),
                errors(
                        "D27",
                        "says nothing about what to do",
                        error -> isBad(error) ? new FieldError(error.field(), error.code(), " ") : error),
                errors(
                        "D27",
                        "has a code in small letters",
                        error -> isBad(error) ? new FieldError(error.field(), "bad value", error.remedy()) : error),
                Deviation.answers("D28", "prints the wrong option", RefusalDeviations::withTheOption),
                Deviation.sends(
                        "D29",
                        "leaves out unknown fields",
                        write -> Deviation.created(write, fields -> fields.remove(NO_FIELD))),
                Deviation.writer("D30", "leaves out what refers to nothing", RefusalDeviations::withoutReference),
                Deviation.answers("D31", "says that it updated what is gone", RefusalDeviations::asUpdated));
    }

    private static boolean isBad(FieldError error) {
        return error.code().equals("BAD_VALUE");
    }

    private static Deviation errors(String rule, String what, UnaryOperator<FieldError> change) {
        return Deviation.answers(
                rule,
                what,
                (write, outcome) -> Outcomes.isRejected(outcome)
                        ? new WriteOutcome.Rejected(
                                outcome.effect(),
                                Outcomes.errors(outcome).stream().map(change).toList())
                        : outcome);
    }

    private static WriteOutcome withTheOption(Write write, WriteOutcome outcome) {
        boolean wrong = write instanceof Write.Update update
                && update.fields().containsValue(FieldValue.of(NO_OPTION))
                && Outcomes.isRejected(outcome);
        if (!wrong) {
            return outcome;
        }
        List<FieldError> errors = new ArrayList<>(Outcomes.errors(outcome));
        errors.add(new FieldError(NO_OPTION, "BAD_VALUE", "Map it to another option."));
        return new WriteOutcome.Rejected(outcome.effect(), errors);
    }

    private static RecordWriter withoutReference(RecordWriter writer) {
        return batch -> {
            List<WriteOutcome> outcomes = writer.write(batch);
            boolean leadsNowhere = Outcomes.errors(outcomes.get(0)).stream()
                    .anyMatch(error -> error.code().equals("MISSING_RECORD"));
            return leadsNowhere
                    ? writer.write(List.of(Deviation.created(batch.get(0), fields -> fields.remove("company"))))
                    : outcomes;
        };
    }

    private static WriteOutcome asUpdated(Write write, WriteOutcome outcome) {
        return write instanceof Write.Update update && Outcomes.names(outcome, "") && Outcomes.isRejected(outcome)
                ? new WriteOutcome.Written(update.effect(), update.target(), How.UPDATED, Optional.empty())
                : outcome;
    }
}
