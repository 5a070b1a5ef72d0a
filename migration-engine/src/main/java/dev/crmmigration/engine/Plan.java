package dev.crmmigration.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What will be done, what it will cost, and what a person still has to decide. The plan itself is the file plan.json in
 * the workspace; this is a view of it.
 *
 * @param result {@code WAITS} while questions are open
 * @param fingerprint marks the decisions; an approval is for one fingerprint
 * @param approved whether this very plan is approved
 * @param questions what is open, with the place in plan.json
 * @param headline such as {@code 9 of 11 objects map 1:1}
 * @param choices the decisions
 * @param owners what becomes of every owner; e-mail addresses, so for the workspace only
 * @param mappings the rows, in the order of the table
 * @param valueMaps what values become, with how often they occur
 * @param pipelines the pipelines that it must have, with their stages in order
 * @param schema what the destination must have
 * @param holds what will wait, and why
 * @param losses what cannot arrive as it was
 * @param unmapped fields of the source that no mapping reads
 * @param fields what becomes of those of them that records can carry
 * @param excluded records that are left out on purpose
 * @param costs what it will take from the account, by allowance
 * @param creations how the records of each object are created, and what that takes
 * @param shortestRun the least time that the budget allows for the run
 * @param files the files that are to be attached
 * @param stale the contacts that may be left out; empty if there are none, or the source does not say
 * @param automations what cannot move and is to be rebuilt
 * @param gaps what the source cannot give
 * @param grade how hard it is
 */
public record Plan(
        StepResult result,
        String fingerprint,
        boolean approved,
        List<Question> questions,
        String headline,
        List<ChoiceView> choices,
        List<OwnerView> owners,
        List<MappingView> mappings,
        List<ValueMapView> valueMaps,
        List<PipelineView> pipelines,
        List<SchemaView> schema,
        List<HoldCount> holds,
        List<LossCount> losses,
        List<UnmappedField> unmapped,
        List<FieldView> fields,
        List<Exclusion> excluded,
        List<Cost> costs,
        List<Creation> creations,
        Duration shortestRun,
        List<FileCount> files,
        Optional<StaleContacts> stale,
        List<String> automations,
        List<String> gaps,
        Grade grade)
        implements Report {

    /** Something that is open. */
    public record Question(String where, String question) {}

    /** A decision; without an answer it is open. */
    public record ChoiceView(String name, String question, List<String> options, Optional<String> answer) {}

    /**
     * An owner.
     *
     * @param outcome {@code matched}, {@code replaced}, {@code fallback} or {@code held}
     */
    public record OwnerView(String email, long records, String outcome, String becomes) {}

    /**
     * A row.
     *
     * @param effects how many records it owes
     * @param duplicates how many more are one and the same with one of them
     * @param losses what is lost whatever the data are
     */
    public record MappingView(
            String name, int row, String title, String fidelity, long effects, long duplicates, List<String> losses) {}

    /** A value map. */
    public record ValueMapView(String name, List<ValueView> values) {}

    /** A value; {@code becomes} is empty if it is left out or, while it is a question, absent. */
    public record ValueView(String value, long occurrences, Optional<String> becomes) {}

    /** A pipeline that the destination must have. */
    public record PipelineView(
            String object, String name, boolean exists, boolean probability, List<StageView> stages) {}

    /**
     * A stage.
     *
     * @param probability in percent, if the plan gives it one
     * @param values the values of the source that lead to it, as far as the expressions of the rows say
     * @param records how many records will be in it
     * @param statuses how many of them have which status, such as won and lost; empty where the destination has none
     */
    public record StageView(
            String name,
            boolean exists,
            Optional<Integer> probability,
            List<String> values,
            long records,
            Map<String, Long> statuses) {}

    /** Something that the destination must have. */
    public record SchemaView(
            String object, String kind, String label, Map<String, String> properties, boolean exists) {}

    /** Effects that will wait. */
    public record HoldCount(String mapping, String reason, long effects) {}

    /** Values that lose something. */
    public record LossCount(String mapping, String field, String loss, long records) {}

    /** A field that no mapping reads. */
    public record UnmappedField(String object, String field, long filled) {}

    /**
     * A field that no row reads, and what becomes of it.
     *
     * @param decision {@code MAP}, {@code CREATE}, {@code NOTE} or {@code SKIP}; empty while it is open
     * @param target the field of the destination that it goes to; empty text for none
     * @param tier how sure the proposal is: {@code AUTO}, {@code CONFIRM} or {@code UNMAPPED}
     * @param confidence of the proposal, from 0 to 1
     * @param reasons why it is proposed, the weightiest first
     * @param rivals what else it could become
     * @param advice what the advisor said
     */
    public record FieldView(
            String object,
            String field,
            Optional<String> decision,
            String target,
            String tier,
            String confidence,
            List<String> reasons,
            List<String> rivals,
            List<String> advice) {}

    /** Records that are left out. */
    public record Exclusion(String object, String reason, long records) {}

    /**
     * Files that are to be attached and not there yet.
     *
     * @param bytes of all that will be attached: without files that are held as too large, with the notes on how to join
     *     pieces
     * @param largest the largest that the destination takes, in bytes; empty if that is not known
     * @param tooLarge how many are larger; what becomes of them is decided by the choice {@code largeFiles}
     */
    public record FileCount(String object, long files, long bytes, Optional<Long> largest, long tooLarge) {}

    /**
     * Contacts that have bounced, unsubscribed or gone stale and that no other record names, and what it takes with and
     * without them. Records that are made of several contacts together, such as companies, are not counted.
     *
     * @param answer what becomes of them: the choice {@code staleContacts}
     * @param records how many records are made of them, or would be
     * @param kept what it takes if they go like all others
     * @param leftOut what it takes if they stay behind
     */
    public record StaleContacts(
            String answer,
            long contacts,
            long records,
            List<Cost> kept,
            List<Cost> leftOut,
            Duration shortestRunKept,
            Duration shortestRunLeftOut) {}

    /**
     * How the records of an object are created.
     *
     * @param perCall how many go into one call at most
     * @param takes what creating them takes, by allowance
     * @param way what is decided about it, and what else could be; empty if nothing can be decided
     */
    public record Creation(String object, long records, int perCall, Map<String, Long> takes, Optional<String> way) {}

    /** What the steps take from one allowance. */
    public record Cost(String allowance, long prepare, long run, long verify, long rollback) {}
}
