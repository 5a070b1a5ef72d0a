package dev.crmmigration.api.source;

import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What became of one row of the input: a record, a row put aside with the reason, or word of a deletion. */
public sealed interface SourceEntry {

    /** Where the row stands. */
    Origin origin();

    /** Calls the function of this entry's case. A new case adds a parameter, so that every caller must handle it. */
    <R> R match(Function<Read, R> read, Function<Quarantined, R> quarantined, Function<Deleted, R> deleted);

    /**
     * The row is a record.
     *
     * @param record the record; a source may deliver a key again
     * @param origin where the row stands
     * @param version tells which of several rows with one key counts: the highest, of equals the one read last. Sources
     *     that never repeat a key give 0
     * @param repairs what was mended
     * @param changedAt when the record was made or last changed at the source, as far as the row says; changes after a
     *     freeze of the source are found by it
     */
    record Read(CrmRecord record, Origin origin, long version, List<Repair> repairs, Optional<Instant> changedAt)
            implements SourceEntry {

        public Read {
            repairs = List.copyOf(repairs);
        }

        /** Makes an entry of a row that does not say when it was changed. */
        public Read(CrmRecord record, Origin origin, long version, List<Repair> repairs) {
            this(record, origin, version, repairs, Optional.empty());
        }

        public static Read of(CrmRecord record, Origin origin) {
            return new Read(record, origin, 0, List.of());
        }

        /** Returns this entry with the moment at which the record was made or last changed at the source. */
        public Read changedAt(Instant moment) {
            return new Read(record, origin, version, repairs, Optional.of(moment));
        }

        @Override
        public <R> R match(Function<Read, R> read, Function<Quarantined, R> quarantined, Function<Deleted, R> deleted) {
            return read.apply(this);
        }
    }

    /**
     * The row cannot be read and is put aside; the rest goes on.
     *
     * @param type the object it would have been
     * @param origin where the row stands
     * @param column the column that is wrong, or empty text if it is the whole row
     * @param rule the code of the rule that it breaks, with what to do in words; never the value
     */
    record Quarantined(ObjectType type, Origin origin, String column, String rule) implements SourceEntry {

        @Override
        public <R> R match(Function<Read, R> read, Function<Quarantined, R> quarantined, Function<Deleted, R> deleted) {
            return quarantined.apply(this);
        }
    }

    /**
     * The row says that a record was deleted: what a source with tombstones gives when it is asked for changes.
     *
     * @param ref the record that is no more
     * @param origin where the row stands
     */
    record Deleted(RecordRef ref, Origin origin) implements SourceEntry {

        @Override
        public <R> R match(Function<Read, R> read, Function<Quarantined, R> quarantined, Function<Deleted, R> deleted) {
            return deleted.apply(this);
        }
    }
}
