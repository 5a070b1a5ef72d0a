package dev.crmmigration.engine;

import java.util.List;
import java.util.Map;

/**
 * What the source holds.
 *
 * @param generation the number of the snapshot
 * @param objects by object, in the order of the source
 * @param files by object and file: rows = records + superseded + quarantined
 * @param quarantined how many rows were put aside
 * @param quarantine the first hundred of them
 * @param repairs what was mended, counted
 * @param owners who owns, as far as the source says; e-mail addresses, so for the workspace only
 * @param automations what cannot move and is to be rebuilt
 * @param gaps what this source cannot give
 */
public record Profile(
        StepResult result,
        int generation,
        List<ObjectProfile> objects,
        List<FileCount> files,
        long quarantined,
        List<QuarantinedRow> quarantine,
        List<RepairCount> repairs,
        List<OwnerCount> owners,
        List<String> automations,
        List<String> gaps)
        implements Report {

    /**
     * One object.
     *
     * @param duplicatesByEmail records whose e-mail address another record of the object has as well, less one a group
     * @param fields its fields
     */
    public record ObjectProfile(
            String object, long records, long withoutEmail, long duplicatesByEmail, List<FieldProfile> fields) {}

    /**
     * One field.
     *
     * @param filled how many records have a value
     * @param found how many values of each class were found
     */
    public record FieldProfile(
            String field, String label, boolean custom, String type, long filled, Map<String, Long> found) {}

    /** Rows of one file. */
    public record FileCount(
            String object, String file, long rows, long records, long superseded, long quarantined, boolean closes) {}

    /** A row that was put aside. */
    public record QuarantinedRow(String object, String file, long line, String column, String rule) {}

    /** How often something was mended. */
    public record RepairCount(String object, String file, String field, String rule, long repairs) {}

    /** How many records an owner has. */
    public record OwnerCount(String object, String email, long records) {}
}
