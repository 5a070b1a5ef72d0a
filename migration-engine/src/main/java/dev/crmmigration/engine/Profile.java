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
 * @param duplicates contacts and companies that are there more than once
 * @param standing contacts that one would not pay for: stale, bounced, unsubscribed
 * @param tags the names that records are sorted by
 * @param links fields that lead to other records, and how many lead nowhere
 * @param attachments the files of the records
 * @param mended the first hundred of what was mended, with the text as it stood: for the workspace only
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
        List<String> gaps,
        List<DuplicateProfile> duplicates,
        List<ContactStanding> standing,
        List<TagProfile> tags,
        List<LinkProfile> links,
        FilesProfile attachments,
        List<MendedCell> mended)
        implements Report {

    /** A profile that has looked at counts alone. */
    public Profile(
            StepResult result,
            int generation,
            List<ObjectProfile> objects,
            List<FileCount> files,
            long quarantined,
            List<QuarantinedRow> quarantine,
            List<RepairCount> repairs,
            List<OwnerCount> owners,
            List<String> automations,
            List<String> gaps) {
        this(
                result,
                generation,
                objects,
                files,
                quarantined,
                quarantine,
                repairs,
                owners,
                automations,
                gaps,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                FilesProfile.NONE,
                List.of());
    }

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
     * @param values what the values are like
     */
    public record FieldProfile(
            String field,
            String label,
            boolean custom,
            String type,
            long filled,
            Map<String, Long> found,
            FieldValues values) {

        /** A field of which nothing but counts is known. */
        public FieldProfile(
                String field, String label, boolean custom, String type, long filled, Map<String, Long> found) {
            this(field, label, custom, type, filled, found, FieldValues.NONE);
        }
    }

    /**
     * What the values of a field are like.
     *
     * @param looksLike what nearly all values in the sample are, such as {@code email} or {@code date}; empty text if they
     *     are nothing in particular, or different things
     * @param differs whether that is not what the declared type holds, so that a person should look
     * @param sampled how many values the detectors looked at: those of records that their ids choose
     * @param detected how many of these are what
     * @param distinct how many different values there are, each item of a list for itself
     * @param distinctExact whether that is counted; an estimate is seldom more than 4 % off
     * @param top the most frequent values, those of fields with at most 2,000 different ones that are no addresses or
     *     numbers of people; values of records, so for the workspace only
     * @param shortest the length of the shortest text, in characters; 0 if there is none
     * @param longest the length of the longest text
     * @param averageLength the mean length of the texts
     */
    public record FieldValues(
            String looksLike,
            boolean differs,
            long sampled,
            Map<String, Long> detected,
            long distinct,
            boolean distinctExact,
            List<ValueCount> top,
            int shortest,
            int longest,
            double averageLength) {

        static final FieldValues NONE = new FieldValues("", false, 0, Map.of(), 0, true, List.of(), 0, 0, 0);
    }

    /** How many records have a value. */
    public record ValueCount(String value, long records) {}

    /** Rows of one file. */
    public record FileCount(
            String object, String file, long rows, long records, long superseded, long quarantined, boolean closes) {}

    /** A row that was put aside. */
    public record QuarantinedRow(String object, String file, long line, String column, String rule) {}

    /** Something that was mended, and what stood there. */
    public record MendedCell(
            String object, String record, String file, long line, String field, String rule, String raw) {

        /** Says where it is; what stood there is personal. */
        @Override
        public String toString() {
            return "MendedCell[" + file + ":" + line + " " + field + " " + rule + "]";
        }
    }

    /** How often something was mended. */
    public record RepairCount(String object, String file, String field, String rule, long repairs) {}

    /** How many records an owner has. */
    public record OwnerCount(String object, String email, long records) {}

    /**
     * What is there more than once in one object.
     *
     * @param kind {@code contact} or {@code company}
     * @param compared the fields by which it is told
     * @param groups groups of records that are the same by rules that leave no doubt
     * @param groupedRecords the records in them
     * @param reviewPairs pairs that are likely the same, for a person to look at
     * @param first the first hundred groups of each kind, by record id, without values
     * @param dropped blocks that were too large to be compared
     */
    public record DuplicateProfile(
            String object,
            String kind,
            List<String> compared,
            long groups,
            long groupedRecords,
            long reviewPairs,
            List<DuplicateGroup> first,
            List<DroppedBlocks> dropped) {}

    /**
     * Records that are the same, or may be.
     *
     * @param tier {@code auto} or {@code review}
     * @param records their ids
     * @param reasons why, in words without values
     * @param probability how likely they are the same, 0 to 1
     */
    public record DuplicateGroup(String tier, List<String> records, List<String> reasons, double probability) {}

    /** Blocks with more than 200 records, which are not compared by that key. */
    public record DroppedBlocks(String key, long blocks, long records) {}

    /**
     * Contacts that one would not pay for.
     *
     * @param standing {@code bounced}, {@code unsubscribed} or {@code stale}
     * @param field the field that says so
     * @param records how many records it says it of
     * @param rule what makes it say so
     */
    public record ContactStanding(String object, String standing, String field, long records, String rule) {}

    /**
     * The names in one field that records are sorted by.
     *
     * @param distinct how many names there are
     * @param behavioural how many of them look like something that people did, such as {@code Clicked: offer}
     * @param names the first hundred, the most frequent first; values of records, so for the workspace only
     */
    public record TagProfile(String object, String field, long distinct, long behavioural, List<TagCount> names) {}

    /** How many records have a name; what looks like behaviour is information, not a list to keep. */
    public record TagCount(String name, long records, boolean behavioural) {}

    /**
     * A field that leads to records of an object.
     *
     * @param field the field
     * @param to the object that it leads to
     * @param filled how many references there are
     * @param empty how many records have none
     * @param broken how many lead to no record of the snapshot
     * @param mendable how many of these would lead to one if case, spaces and leading zeros did not count
     * @param repair what can be done about them; empty text if nothing is broken
     */
    public record LinkProfile(
            String object,
            String field,
            String to,
            long filled,
            long empty,
            long broken,
            long mendable,
            String repair) {}

    /**
     * The files of the records.
     *
     * @param files how many there are
     * @param missing how many of them could not be had
     * @param bytes the bytes of all that are here
     * @param largest the sizes of the ten largest, in bytes
     * @param over how many are larger than so many megabytes, by limits that platforms have
     */
    public record FilesProfile(long files, long missing, long bytes, List<Long> largest, Map<String, Long> over) {

        static final FilesProfile NONE = new FilesProfile(0, 0, 0, List.of(), Map.of());
    }
}
