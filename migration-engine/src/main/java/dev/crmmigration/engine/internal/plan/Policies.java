package dev.crmmigration.engine.internal.plan;

import dev.crmmigration.api.mapping.Choice;
import java.util.List;

/** The choices that every migration has, whatever its platforms. */
public final class Policies {

    /** What becomes of a record whose owner has no active user. */
    public static final String UNRESOLVED_OWNER = "unresolvedOwner";

    /** The user that takes the place of owners without one. */
    public static final String FALLBACK_OWNER = "fallbackOwner";

    /** Objects of which only one record is created at a time. */
    public static final String STRICT_ORDER = "strictCreationOrder";

    /** Whether records carry the key of their source in a field. */
    public static final String SOURCE_KEY = "sourceKeyField";

    /** What a delta does with values that were changed on both sides. */
    public static final String IF_EDITED = "ifEdited";

    /** What a delta does with records whose source is gone. */
    public static final String SOURCE_DELETED = "sourceDeleted";

    /** Whether so many records may be taken away that a mistake is likely. */
    public static final String MANY_DELETED = "manyDeleted";

    public static final String ASK = "ask";
    public static final String DELETE = "delete";
    /** How many of the records of a run may be refused before it stops. */
    public static final String STOP_AFTER = "stopAfterFailures";

    /** The same for the beginning of a run. */
    public static final String BRAKE_AFTER = "brakeAfterFailures";

    /** What becomes of files that are larger than the destination takes. */
    public static final String LARGE_FILES = "largeFiles";

    /** Where files are that are linked to. */
    public static final String LARGE_FILES_HOST = "largeFilesHost";

    /** What becomes of fields that the source's platform has, and no row reads. */
    public static final String PLATFORM_FIELDS = "platformFields";

    /** What becomes of fields that no row reads, where nothing sure can be proposed. */
    public static final String UNSURE_FIELDS = "unsureFields";

    static final String SKIP = "skip";
    public static final String SPLIT = "split";
    public static final String LINK = "link";

    /** Whether objects wait for those that they refer to. */
    public static final String PHASE_GATE = "phaseGate";

    /** Whether a sample must be accepted before the run. */
    public static final String SAMPLE = "sample";

    /** Whether a rehearsal must be accepted before the run. */
    public static final String REHEARSAL = "rehearsal";

    /** How many records a sample has. */
    public static final String SAMPLE_SIZE = "sampleSize";

    /** Domains whose addresses are those of the same people. */
    public static final String OWNER_DOMAINS = "ownerDomains";

    /** What becomes of contacts that have bounced, unsubscribed or gone stale. */
    public static final String STALE_CONTACTS = "staleContacts";

    public static final String LEAVE_OUT = "leaveOut";

    /** The answer that leaves the size of the sample to the pair of platforms. */
    static final String PAIR = "pair";

    public static final String REQUIRED = "required";
    public static final String STRICT = "strict";
    public static final String ON = "on";
    public static final String OFF = "off";
    public static final String HOLD = "hold";
    public static final String FALLBACK = "fallback";
    public static final String NOBODY = "nobody";

    /** The answer that names no object. */
    static final String NONE = "none";

    public static final List<Choice> CHOICES = List.of(
            Choice.of(
                    UNRESOLVED_OWNER,
                    "What becomes of records whose owner is no active user of the destination? hold: they wait until"
                            + " the user is there; fallback: the user named by " + FALLBACK_OWNER + " owns them.",
                    List.of(HOLD, FALLBACK),
                    HOLD),
            Choice.of(
                    FALLBACK_OWNER,
                    "Which active user (e-mail address) owns what has no owner, if " + UNRESOLVED_OWNER
                            + " is fallback? nobody: none.",
                    List.of(),
                    NOBODY),
            Choice.of(
                    OWNER_DOMAINS,
                    "Do owners have addresses at another domain than the users of the destination? Pairs such as"
                            + " acme.com=acme.example, separated by commas: anna@acme.com is anna@acme.example then. none:"
                            + " they do not. What stands behind a plus sign never counts.",
                    List.of(),
                    NONE),
            Choice.of(
                    STRICT_ORDER,
                    "Objects of the destination, separated by commas, whose records are created strictly one after the"
                            + " other, so that their ids follow the source's order; it costs time. none: no object.",
                    List.of(),
                    NONE),
            Choice.of(
                    SOURCE_KEY,
                    "Does every record carry the key of its source in a text field, where its object can have one? on:"
                            + " whoever looks at the record sees where it comes from, and a record whose write was"
                            + " interrupted is found by it; off: no such field is made.",
                    List.of(ON, OFF),
                    ON),
            Choice.of(
                    IF_EDITED,
                    "What does a delta do with a value that the source has changed and that somebody has edited at the"
                            + " destination as well? flag: the edit stays and is listed until a person decides; keep: the"
                            + " edit stays; take: the source's value is written over it. A field of a mapping can say"
                            + " otherwise by its own ifEdited.",
                    List.of("flag", "keep", "take"),
                    "flag"),
            Choice.of(
                    SOURCE_DELETED,
                    "What becomes of a record that the source has no more? flag: it stays and is listed until a person"
                            + " decides; keep: it stays; delete: it is taken away, unless somebody has edited it.",
                    List.of("flag", "keep", DELETE),
                    "flag"),
            Choice.of(
                    MANY_DELETED,
                    "May a delta take away more than one in a hundred records of an object (at least ten)? ask: they are"
                            + " listed first, for an export that is not whole looks the same; delete: yes.",
                    List.of(ASK, DELETE),
                    ASK),
            Choice.of(
                    STOP_AFTER,
                    "At which share of refused records, in per cent of those tried, does a run stop? At least 20 must be"
                            + " refused; the next run goes on. never: it goes on whatever is refused.",
                    List.of(),
                    "10"),
            Choice.of(
                    BRAKE_AFTER,
                    "The same for the beginning of a run (the first 1 %, at least 50 records), where 10 refused records"
                            + " are enough.",
                    List.of(),
                    "50"),
            Choice.of(
                    PHASE_GATE,
                    "Is an object counted at the destination before the records that refer to it are written? off:"
                            + " nothing waits, each object is closed by the journal, and verify reads everything back;"
                            + " strict: the list pages of each object are read when its last record is written, and a"
                            + " difference ends the run until it is called again. It costs those pages, and time.",
                    List.of(OFF, STRICT),
                    OFF),
            Choice.of(
                    PLATFORM_FIELDS,
                    "What becomes of fields that every account of the source has, that hold values, and that no row reads?"
                            + " skip: they stay behind and are listed, because the rows leave them out on purpose; ask:"
                            + " they are proposed and asked about like the fields that you made yourselves.",
                    List.of(SKIP, ASK),
                    SKIP),
            Choice.of(
                    UNSURE_FIELDS,
                    "What becomes of fields that no row reads, where no target can be proposed that is sure? ask: you"
                            + " decide one by one; create: a custom field is made for each; note: they become lines of"
                            + " one text field; skip: they stay behind and are listed.",
                    List.of(ASK, "create", "note", SKIP),
                    ASK),
            Choice.of(
                    SAMPLE,
                    "Must a sample be written, looked at and accepted before the run? optional: a sample that was written"
                            + " must be accepted, but none need be; required: no run without one.",
                    List.of("optional", REQUIRED),
                    "optional"),
            Choice.of(
                    REHEARSAL,
                    "Must the whole plan be rehearsed in another account, and that be accepted, before the run? A plan that is"
                            + " approved anew must be rehearsed anew.",
                    List.of("optional", REQUIRED),
                    "optional"),
            Choice.of(
                    SAMPLE_SIZE,
                    "How many records does a sample have, with what they refer to? A number from 1 to 10000; pair: what is"
                            + " usual for these platforms.",
                    List.of(),
                    PAIR),
            Choice.of(
                    STALE_CONTACTS,
                    "What becomes of contacts that have bounced, have unsubscribed or have not been heard of for a year, as far"
                            + " as the source says? keep: they go like all others; leaveOut: they stay behind and are"
                            + " counted, unless another record names them, such as a sale. The plan shows what either"
                            + " takes.",
                    List.of("keep", LEAVE_OUT),
                    "keep"),
            Choice.of(
                    LARGE_FILES,
                    "What becomes of a file that is larger than the destination takes? flag: it is held and listed; split:"
                            + " it is cut into pieces, each attached by itself, with a note on how to join them; link: you put"
                            + " it onto a host of your own, and a link to it stands in its place.",
                    List.of("flag", SPLIT, LINK),
                    "flag"),
            Choice.of(
                    LARGE_FILES_HOST,
                    "At which address (https) will the files be that " + LARGE_FILES + " links to? Copy the folder"
                            + " attachments-to-host of the workspace there. none: nowhere.",
                    List.of(),
                    NONE));

    /** The answer that sets no limit. */
    static final String NEVER = "never";

    private Policies() {}
}
