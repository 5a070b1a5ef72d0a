package dev.crmmigration.engine;

import java.util.List;
import java.util.Map;

/**
 * The proof that everything arrived: counts that close, and every value read back and compared.
 *
 * @param closed whether all counts close and nothing is missing or different
 * @param files rows = records + superseded + quarantined
 * @param objects records = effected + duplicate + folded + documented + excluded
 * @param mappings owed = created + ... + failed
 * @param verified what was read back, by object of the destination
 * @param roots one hash for what all records of an object should say by the source, and one for what they say
 * @param fields how the values compare, by mapping and field
 * @param differences the first hundred records that are missing or different
 */
public record Reconciliation(
        StepResult result,
        boolean closed,
        List<Profile.FileCount> files,
        List<ObjectCounts> objects,
        List<RunReport.MappingCounts> mappings,
        List<Verified> verified,
        List<Root> roots,
        List<FieldComparison> fields,
        List<Difference> differences)
        implements Report {

    /** How the records of one source object are accounted for. */
    public record ObjectCounts(String object, long records, Map<String, Long> ways, boolean closes) {}

    /**
     * What was read back.
     *
     * @param way how: {@code PAGES}, ... or {@code NONE}
     * @param records how many records of ours there should be
     * @param equal how many are as they should be, declared losses aside
     * @param different how many have at least one other value
     * @param missing how many are not there
     * @param hidden how many are there but not visible for the token's user, so that nothing is known of their values
     * @param unverified how many cannot be read back
     */
    public record Verified(
            String object,
            String way,
            long records,
            long equal,
            long different,
            long missing,
            long hidden,
            long unverified) {}

    /**
     * Shows that source and destination have converged, not record by record but at a glance: the roots are equal only if
     * every value of every record is. Values that people have edited and that the plan leaves to them are not in it, nor are
     * objects that cannot be read back.
     *
     * @param source 64 hexadecimal digits
     * @param destination 64 hexadecimal digits
     */
    public record Root(String object, String source, String destination) {

        /** Tells whether source and destination say the same. */
        public boolean agrees() {
            return source.equals(destination);
        }
    }

    /**
     * How the values of one field compare.
     *
     * @param losses values that arrived with a loss that was declared before the run
     */
    public record FieldComparison(
            String mapping, String field, long compared, long equal, long losses, long different) {}

    /** A record that is missing or different. */
    public record Difference(String effect, String record, String field, String kind) {}
}
