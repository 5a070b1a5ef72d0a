package dev.crmmigration.connector.nextcrm.mapping;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.toolkit.mapping.CommonChoices;
import java.util.List;

/** What the customer decides about NextCRM, whatever the destination. */
public final class NextCrmChoices {

    public static final Choice EXTRACTION = Choice.open(
            "extractionMethod",
            "Confirm how NextCRM was read: 'database' for the open-source application by its PostgreSQL database, 'csv'"
                    + " for the WordPress plugin by exported files. The gaps of the plan say which edition was found.",
            List.of("database", "csv"));

    public static final Choice DUPLICATE_CONTACTS = Choice.of(
            "duplicateContacts",
            "Contacts with the same e-mail address: 'sameName' makes one person of those whose names are the same too, and"
                    + " keeps those with another name apart for a person to look at; 'merge' makes one person of all;"
                    + " 'keep' writes one person for each contact.",
            List.of("sameName", "merge", "keep"),
            "sameName");

    public static final Choice PIPELINES = Choice.of(
            "pipelines",
            "Where deals go: 'perType' makes a pipeline for each type of opportunity, all with NextCRM's one list of"
                    + " stages; 'one' makes one pipeline 'NextCRM'.",
            List.of("perType", "one"),
            "perType");

    public static final Choice WON_STAGES = Choice.of(
            "wonStages",
            "NextCRM leaves won opportunities active in a late stage: 'byStage' takes those in a stage of 100 % or of kind"
                    + " delivery or care for won; 'none' goes by their status alone.",
            List.of("byStage", CommonChoices.NONE),
            "byStage");

    public static final Choice KILL_RULE = Choice.of(
            "killRule",
            "NextCRM's daily rule closes old opportunities and writes a reason for it: 'lost' takes them for lost with that"
                    + " reason; 'ignore' goes by status and stage alone.",
            List.of("lost", "ignore"),
            "lost");

    public static final Choice ACTIVE_SENDS = Choice.of(
            "campaignsPaused",
            "A campaign that is scheduled or sending has to be paused in NextCRM before anything moves: 'paused' says that"
                    + " none is under way, and holds those that are; 'accepted' moves them as they are.",
            List.of("paused", "accepted"),
            "paused");

    private NextCrmChoices() {}
}
