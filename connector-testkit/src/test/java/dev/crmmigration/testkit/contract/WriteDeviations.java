package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.catalog.Access;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.RecordWriter;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.destination.WriteOutcome.How;
import dev.crmmigration.api.record.ContactPoint;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.testkit.reference.ReferenceAccount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Destinations that write something else than they were asked to, or say so. */
final class WriteDeviations {

    private WriteDeviations() {}

    static List<Deviation> all() {
        return List.of(
                Deviation.answers("D17", "says of some creates that they were updates", WriteDeviations::asUpdate),
                Deviation.writer("D18", "takes an equal record for the new one", TakesEqualOnes::new),
                Deviation.sends(
                        "D19",
                        "leaves a field out of creates",
                        write -> Deviation.created(write, fields -> fields.remove("employees"))),
                Deviation.sends(
                        "D20",
                        "leaves a field out of updates",
                        write -> Deviation.updated(
                                write, fields -> fields.values().removeIf(FieldValue.of(13L)::equals))),
                Deviation.sends(
                        "D21",
                        "empties what an update does not name",
                        write -> Deviation.updated(write, fields -> {
                            if (write.type().equals(ReferenceAccount.COMPANY)) {
                                fields.putIfAbsent("website", FieldValue.cleared());
                            }
                        })),
                Deviation.sends(
                        "D22",
                        "does not clear",
                        write -> Deviation.updated(
                                write, fields -> fields.values().removeIf(FieldValue.cleared()::equals))),
                Deviation.session("D23", "refuses the labels that it reads", CapitalLabels::new),
                Deviation.answers("D24", "returns what was never stored", WriteDeviations::withAnotherImage),
                Deviation.writer("D25", "does half of what it rejects", WriteDeviations::halfRejecting),
                Deviation.field(
                        "D25",
                        "calls a field READ_ONLY that it writes",
                        ReferenceAccount.COMPANY,
                        "website",
                        website -> FieldDescription.builder("website", FieldType.TEXT)
                                .access(Access.READ_ONLY)
                                .build()));
    }

    private static WriteOutcome asUpdate(Write write, WriteOutcome outcome) {
        boolean rated = write instanceof Write.Create create && create.fields().containsKey("rating");
        return Outcomes.written(outcome)
                .filter(written -> rated)
                .<WriteOutcome>map(written ->
                        new WriteOutcome.Written(written.effect(), written.ref(), How.UPDATED, written.stored()))
                .orElse(outcome);
    }

    private static WriteOutcome withAnotherImage(Write write, WriteOutcome outcome) {
        return Outcomes.written(outcome)
                .filter(written -> write instanceof Write.Create)
                .<WriteOutcome>map(written -> new WriteOutcome.Written(
                        written.effect(),
                        written.ref(),
                        written.how(),
                        written.stored().map(WriteDeviations::other)))
                .orElse(outcome);
    }

    private static CrmRecord other(CrmRecord image) {
        Map<String, FieldValue> fields = new LinkedHashMap<>(image.fields());
        fields.put("name", FieldValue.of("Another name"));
        return new CrmRecord(image.ref(), fields);
    }

    private static RecordWriter halfRejecting(RecordWriter writer) {
        return batch -> {
            List<WriteOutcome> outcomes = writer.write(batch);
            if (Outcomes.names(outcomes.get(0), "active") && batch.get(0) instanceof Write.Update) {
                writer.write(List.of(Deviation.updated(batch.get(0), fields -> fields.remove("active"))));
            }
            return outcomes;
        };
    }

    /** An upsert by all fields. */
    private record TakesEqualOnes(RecordWriter other, Map<Map<String, FieldValue>, RecordRef> made)
            implements RecordWriter {

        TakesEqualOnes(RecordWriter other) {
            this(other, new ConcurrentHashMap<>());
        }

        @Override
        public List<WriteOutcome> write(List<Write> batch) {
            if (batch.size() > 1 || !(batch.get(0) instanceof Write.Create create)) {
                return other.write(batch);
            }
            RecordRef known = made.get(create.fields());
            if (known != null) {
                return List.of(new WriteOutcome.Written(create.effect(), known, How.CREATED, Optional.empty()));
            }
            List<WriteOutcome> outcomes = other.write(batch);
            Outcomes.written(outcomes.get(0)).ifPresent(written -> made.put(create.fields(), written.ref()));
            return outcomes;
        }
    }

    /** Reads labels of contact points with a capital, which the writer does not take. */
    private static final class CapitalLabels extends Forwarding.ToSession {

        CapitalLabels(DestinationSession other) {
            super(other);
        }

        @Override
        public RecordReader reader() {
            return request -> {
                RecordReader.Pages pages = super.reader().scan(request);
                return () -> pages.next().stream().map(CapitalLabels::capital).toList();
            };
        }

        private static CrmRecord capital(CrmRecord record) {
            Map<String, FieldValue> fields = new LinkedHashMap<>(record.fields());
            fields.replaceAll((key, value) -> value.value()
                    .filter(content -> key.equals("emails"))
                    .map(content -> FieldValue.of(((List<?>) content)
                            .stream()
                                    .map(ContactPoint.class::cast)
                                    .map(CapitalLabels::capital)
                                    .toList()))
                    .orElse(value));
            return new CrmRecord(record.ref(), fields);
        }

        private static ContactPoint capital(ContactPoint point) {
            return new ContactPoint(point.value(), point.label().toUpperCase(Locale.ROOT), point.primary());
        }

        @Override
        public RecordWriter writer() {
            return batch -> isCapital(batch.get(0))
                    ? List.of(WriteOutcome.Rejected.of(
                            batch.get(0).effect(), "emails", "BAD_LABEL", "Use small letters."))
                    : super.writer().write(batch);
        }

        private static boolean isCapital(Write write) {
            return write instanceof Write.Update update
                    && Optional.ofNullable(update.fields().get("emails"))
                            .flatMap(FieldValue::value)
                            .filter(content -> content.toString().contains("WORK"))
                            .isPresent();
        }
    }
}
