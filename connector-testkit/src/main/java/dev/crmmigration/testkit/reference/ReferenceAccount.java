package dev.crmmigration.testkit.reference;

import dev.crmmigration.api.catalog.Access;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.destination.WriteOutcome.How;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.Participant;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.testkit.contract.Fault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the platform behind {@link ReferenceDestination} holds and does: an object for every way of reading back, records
 * that appear in scans a little late, faults on request. Thread-safe.
 */
public final class ReferenceAccount {

    public static final String NAME = "reference:1";
    public static final ObjectType COMPANY = ObjectType.of("company");
    public static final ObjectType PERSON = ObjectType.of("person");
    public static final ObjectType NOTE = ObjectType.of("note");
    public static final ObjectType VISIT = ObjectType.of("visit");
    public static final ObjectType SIGNAL = ObjectType.of("signal");

    /** How long a record is not in scans yet, and a change not in the index of changes. */
    private static final Duration LAG = Duration.ofSeconds(2);

    final ReferenceSchema schema = new ReferenceSchema();
    private final Clock clock;
    private final Map<RecordRef, Row> rows = new LinkedHashMap<>();
    private Optional<Fault> fault = Optional.empty();
    private int next = 1;

    /** @param clock dates the records; advance it to let them appear in scans */
    public ReferenceAccount(Clock clock) {
        this.clock = clock;
    }

    /** A record, when it was made, and when the two last changes were. */
    private record Row(CrmRecord record, Instant made, Instant changed, Instant changedBefore) {}

    Instant now() {
        return clock.instant();
    }

    /** Makes something go wrong until {@link #end}. */
    public synchronized void begin(Fault wrong) {
        fault = Optional.of(wrong);
    }

    /** Lets everything go right again. */
    public synchronized void end() {
        fault = Optional.empty();
    }

    synchronized boolean suffers(Fault wrong) {
        return fault.equals(Optional.of(wrong));
    }

    /** Tells whether something goes wrong that happens once, and is over then. */
    synchronized boolean suffersOnce(Fault wrong) {
        boolean suffers = suffers(wrong);
        fault = suffers ? Optional.empty() : fault;
        return suffers;
    }

    /** Returns the ids of the live records of an object. */
    public synchronized Set<String> ids(ObjectType type) {
        Set<String> ids = new TreeSet<>();
        rows.keySet().stream().filter(ref -> ref.type().equals(type)).forEach(ref -> ids.add(ref.id()));
        return ids;
    }

    synchronized WriteOutcome write(Write write) {
        return write.match(
                this::create,
                this::update,
                attach -> WriteOutcome.Rejected.of(attach.effect(), "", "NO_FILES", "Keep files elsewhere."),
                this::delete);
    }

    private WriteOutcome create(Write.Create create) {
        List<FieldError> errors = errors(create.type(), create.fields(), true);
        if (!errors.isEmpty()) {
            return new WriteOutcome.Rejected(create.effect(), errors);
        }
        RecordRef ref = sameKey(create).orElseGet(() -> new RecordRef(create.type(), Integer.toString(next++)));
        if (!rows.containsKey(ref)) {
            Map<String, FieldValue> fields = new LinkedHashMap<>();
            schema.find(create.type(), field -> field.key().equals("active"))
                    .ifPresent(active -> fields.put(active.key(), FieldValue.of(true)));
            put(ref, fields, create.fields());
        }
        return written(create.effect(), ref, How.CREATED);
    }

    /** Finds the record that an earlier create with the same key made. */
    private Optional<RecordRef> sameKey(Write.Create create) {
        Optional<String> field = schema.traits(create.type()).keyField();
        Optional<FieldValue> key = field.map(create.fields()::get);
        return key.flatMap(wanted -> rows.values().stream()
                .map(Row::record)
                .filter(record -> record.ref().type().equals(create.type()))
                .filter(record -> record.value(field.get()).equals(wanted.value()))
                .map(CrmRecord::ref)
                .findFirst());
    }

    private void put(RecordRef ref, Map<String, FieldValue> old, Map<String, FieldValue> changes) {
        Map<String, FieldValue> fields = new LinkedHashMap<>(old);
        changes.forEach((key, value) -> {
            if (value.value().isPresent()) {
                fields.put(key, FieldValue.of(ReferenceValues.held(value.value().get())));
            } else {
                fields.remove(key);
            }
        });
        fields.put(ReferenceSchema.CHANGED, FieldValue.of(now()));
        Row before = rows.get(ref);
        rows.put(
                ref,
                new Row(
                        new CrmRecord(ref, fields),
                        before == null ? now() : before.made(),
                        now(),
                        before == null ? now() : before.changed()));
    }

    private WriteOutcome written(EffectId effect, RecordRef ref, How how) {
        return new WriteOutcome.Written(
                effect, ref, how, Optional.ofNullable(rows.get(ref)).map(Row::record));
    }

    private WriteOutcome update(Write.Update update) {
        Row row = rows.get(update.target());
        if (row == null) {
            return WriteOutcome.Rejected.of(update.effect(), "", "NOT_FOUND", "The record is not there.");
        }
        List<FieldError> errors = errors(update.type(), update.fields(), false);
        if (!errors.isEmpty()) {
            return new WriteOutcome.Rejected(update.effect(), errors);
        }
        put(update.target(), row.record().fields(), update.fields());
        return written(update.effect(), update.target(), How.UPDATED);
    }

    private WriteOutcome delete(Write.Delete delete) {
        if (!schema.traits(delete.type()).deletable()) {
            return WriteOutcome.Rejected.of(delete.effect(), "", "NOT_DELETABLE", "Ask the platform's support.");
        }
        How how = rows.remove(delete.target()) == null ? How.ALREADY_GONE : How.DELETED;
        return new WriteOutcome.Written(delete.effect(), delete.target(), how, Optional.empty());
    }

    private List<FieldError> errors(ObjectType type, Map<String, FieldValue> fields, boolean create) {
        List<FieldError> errors = new ArrayList<>();
        fields.forEach((key, value) -> schema.find(type, field -> field.key().equals(key))
                .map(field -> error(field, value, create))
                .orElseGet(() -> Optional.of(new FieldError(key, "NO_SUCH_FIELD", "Make the field, or map another.")))
                .ifPresent(errors::add));
        schema.fields(type).stream()
                .filter(field -> create && field.required() && !fields.containsKey(field.key()))
                .forEach(field -> errors.add(new FieldError(field.key(), "REQUIRED", "Give the field a value.")));
        return errors;
    }

    private Optional<FieldError> error(FieldDescription field, FieldValue value, boolean create) {
        boolean writable = field.access() == Access.WRITABLE || (create && field.access() == Access.ON_CREATE_ONLY);
        if (!writable) {
            return Optional.of(new FieldError(field.key(), "NOT_WRITABLE", "Take the field out of the plan."));
        }
        if (value.value().isEmpty()) {
            return field.required()
                    ? Optional.of(new FieldError(field.key(), "REQUIRED", "Give the field a value."))
                    : Optional.empty();
        }
        Object content = value.value().get();
        if (!ReferenceValues.fits(field, content, this::isUser)) {
            return Optional.of(new FieldError(field.key(), "BAD_VALUE", "Map the field to another value."));
        }
        return references(content).allMatch(rows::containsKey)
                ? Optional.empty()
                : Optional.of(new FieldError(field.key(), "MISSING_RECORD", "Move the other record first."));
    }

    private boolean isUser(String key) {
        return schema.catalog().users().stream().anyMatch(user -> user.key().equals(key));
    }

    private static Stream<RecordRef> references(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().flatMap(ReferenceAccount::references);
        }
        if (value instanceof Participant participant) {
            return Stream.of(participant.record());
        }
        return value instanceof RecordRef ref ? Stream.of(ref) : Stream.empty();
    }

    /** Returns what a scan finds now. */
    synchronized List<CrmRecord> find(ScanRequest request) {
        return rows.values().stream()
                .filter(row -> row.record().ref().type().equals(request.type()))
                .filter(row -> !row.made().isAfter(visible(request.type())))
                .filter(row -> request.match(
                        all -> true,
                        changed -> !indexed(row).isBefore(changed.since()),
                        byIds -> byIds.ids().contains(row.record().ref().id()),
                        ofParents -> row.record().fields().values().stream()
                                .flatMap(value -> value.value().stream())
                                .flatMap(ReferenceAccount::references)
                                .anyMatch(ofParents.parents()::contains)))
                .map(Row::record)
                .toList();
    }

    private Instant visible(ObjectType type) {
        return schema.traits(type).visibleAfter().isZero() ? now() : now().minus(LAG);
    }

    private Instant indexed(Row row) {
        return row.changed().isAfter(now().minus(LAG)) ? row.changedBefore() : row.changed();
    }
}
