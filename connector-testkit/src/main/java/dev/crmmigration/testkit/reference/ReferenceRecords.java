package dev.crmmigration.testkit.reference;

import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.api.source.Repair;
import dev.crmmigration.testkit.contract.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@link ReferenceSource} reads from: rows in the order in which they were added, good and bad ones, files, faults on
 * request. Thread-safe.
 */
public final class ReferenceRecords {

    /** The name of the account that the source's catalog gives. */
    public static final String NAME = "reference:2";

    /** The field of every object that tells when a record was changed last. */
    public static final String CHANGED = "changed_at";

    private final Clock clock;
    private final Map<ObjectType, List<Row>> rows = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private Optional<Fault> fault = Optional.empty();

    /** @param clock dates the rows */
    public ReferenceRecords(Clock clock) {
        this.clock = clock;
    }

    /**
     * A row.
     *
     * @param record the record; empty if the row cannot be read, or is word of a deletion
     * @param deleted the record that is no more; empty if the row is something else
     * @param changed when it was added or changed
     * @param version which of several rows with one key counts
     * @param repairs what was mended in it
     */
    record Row(
            Optional<CrmRecord> record,
            Optional<RecordRef> deleted,
            Instant changed,
            long version,
            List<Repair> repairs) {

        static Row of(CrmRecord record, Instant changed, long version, List<Repair> repairs) {
            return new Row(Optional.of(record), Optional.empty(), changed, version, repairs);
        }

        boolean isBroken() {
            return record.isEmpty() && deleted.isEmpty();
        }

        /** Tells whether a reading gives it: deletions are told to who asks for changes. */
        boolean isGiven(Optional<Instant> moment) {
            boolean isFor = deleted.isEmpty() || moment.isPresent();
            return isFor && isChangedSince(moment);
        }

        private boolean isChangedSince(Optional<Instant> moment) {
            return isBroken() || moment.map(since -> !changed.isBefore(since)).orElse(true);
        }
    }

    /** Adds a row that is a record. */
    public ReferenceRecords add(CrmRecord record) {
        return add(record, 0);
    }

    /**
     * Adds a row that is a record.
     *
     * @param version which of several rows with one key counts, the highest
     * @param repairs what was mended in it
     */
    public synchronized ReferenceRecords add(CrmRecord record, long version, Repair... repairs) {
        rows(record.ref().type()).add(Row.of(dated(record), clock.instant(), version, List.of(repairs)));
        return this;
    }

    private CrmRecord dated(CrmRecord record) {
        Map<String, FieldValue> fields = new LinkedHashMap<>(record.fields());
        fields.put(CHANGED, FieldValue.of(clock.instant()));
        return new CrmRecord(record.ref(), fields);
    }

    /** Adds a row that cannot be read; returns its line. */
    public synchronized long addBroken(ObjectType type) {
        rows(type).add(new Row(Optional.empty(), Optional.empty(), clock.instant(), 0, List.of()));
        return rows(type).size();
    }

    /** Changes the moment of change of all rows with these ids to the present one. */
    public synchronized void touch(ObjectType type, List<String> ids) {
        rows(type)
                .replaceAll(row -> row.record()
                        .filter(record -> ids.contains(record.ref().id()))
                        .map(record -> Row.of(dated(record), clock.instant(), row.version(), row.repairs()))
                        .orElse(row));
    }

    /** Deletes a record: a reading of what changed tells of it from now on, at the place where it stood. */
    public synchronized void delete(RecordRef ref) {
        rows(ref.type())
                .replaceAll(row -> row.record()
                        .filter(record -> record.ref().equals(ref))
                        .map(record ->
                                new Row(Optional.empty(), Optional.of(ref), clock.instant(), 0, List.<Repair>of()))
                        .orElse(row));
    }

    /** Adds the bytes of a text under the id of an attachment. */
    public synchronized ReferenceRecords file(String id, String text) {
        files.put(id, text.getBytes(StandardCharsets.UTF_8));
        return this;
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

    /** Returns how many rows an object has, good and bad ones. */
    public synchronized long count(ObjectType type) {
        return rows(type).stream().filter(row -> row.deleted().isEmpty()).count();
    }

    /** Returns the rows of an object as they are now. */
    synchronized List<Row> all(ObjectType type) {
        return List.copyOf(rows(type));
    }

    synchronized Optional<byte[]> bytes(String id) {
        return Optional.ofNullable(files.get(id)).map(byte[]::clone);
    }

    private List<Row> rows(ObjectType type) {
        return rows.computeIfAbsent(type, any -> new ArrayList<>());
    }
}
