package dev.crmmigration.api.destination;

import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** What to read back from a destination. */
public sealed interface ScanRequest {

    ObjectType type();

    /** Calls the function of this request's case. A new case adds a parameter, so that every caller must handle it. */
    <R> R match(
            Function<All, R> all,
            Function<ChangedSince, R> changedSince,
            Function<ByIds, R> byIds,
            Function<OfParents, R> ofParents);

    /** All live records of the object. */
    record All(ObjectType type) implements ScanRequest {

        @Override
        public <R> R match(
                Function<All, R> all,
                Function<ChangedSince, R> changedSince,
                Function<ByIds, R> byIds,
                Function<OfParents, R> ofParents) {
            return all.apply(this);
        }
    }

    /** All live records created or changed at or after a moment; more may be given, fewer never. */
    record ChangedSince(ObjectType type, Instant since) implements ScanRequest {

        @Override
        public <R> R match(
                Function<All, R> all,
                Function<ChangedSince, R> changedSince,
                Function<ByIds, R> byIds,
                Function<OfParents, R> ofParents) {
            return changedSince.apply(this);
        }
    }

    /** The live records with these ids; those that are gone are left out. */
    record ByIds(ObjectType type, List<String> ids) implements ScanRequest {

        public ByIds {
            ids = List.copyOf(ids);
        }

        @Override
        public <R> R match(
                Function<All, R> all,
                Function<ChangedSince, R> changedSince,
                Function<ByIds, R> byIds,
                Function<OfParents, R> ofParents) {
            return byIds.apply(this);
        }
    }

    /** The live records that hang on these parents. */
    record OfParents(ObjectType type, List<RecordRef> parents) implements ScanRequest {

        public OfParents {
            parents = List.copyOf(parents);
        }

        @Override
        public <R> R match(
                Function<All, R> all,
                Function<ChangedSince, R> changedSince,
                Function<ByIds, R> byIds,
                Function<OfParents, R> ofParents) {
            return ofParents.apply(this);
        }
    }
}
