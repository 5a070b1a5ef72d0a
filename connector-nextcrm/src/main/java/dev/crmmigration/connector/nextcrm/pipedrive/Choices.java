package dev.crmmigration.connector.nextcrm.pipedrive;

import dev.crmmigration.api.mapping.Choice;
import java.util.List;

/** What the customer decides about this pair of platforms. */
final class Choices {

    static final String NONE = "none";

    static final Choice EXTRACTION = Choice.open(
            "extractionMethod",
            "Confirm how NextCRM was read: 'database' for the open-source application by its PostgreSQL database, 'csv'"
                    + " for the WordPress plugin by exported files. The gaps of the plan say which edition was found.",
            List.of("database", "csv"));

    static final Choice DUPLICATE_CONTACTS = Choice.of(
            "duplicateContacts",
            "Contacts with the same e-mail address: 'sameName' makes one person of those whose names are the same too, and"
                    + " keeps those with another name apart for a person to look at; 'merge' makes one person of all;"
                    + " 'keep' writes one person for each contact.",
            List.of("sameName", "merge", "keep"),
            "sameName");

    static final Choice DUPLICATE_ACCOUNTS = Choice.of(
            "duplicateAccounts",
            "Accounts of one name: 'sameDomain' makes one organization of those with the same website as well; 'keep'"
                    + " writes one for each account.",
            List.of("sameDomain", "keep"),
            "sameDomain");

    static final Choice PIPELINES = Choice.of(
            "pipelines",
            "Where deals go: 'perType' makes a pipeline for each type of opportunity, all with NextCRM's one list of"
                    + " stages; 'one' makes one pipeline 'NextCRM'.",
            List.of("perType", "one"),
            "perType");

    static final Choice WON_STAGES = Choice.of(
            "wonStages",
            "NextCRM leaves won opportunities active in a late stage: 'byStage' takes those in a stage of 100 % or of kind"
                    + " delivery or care for won; 'none' goes by their status alone.",
            List.of("byStage", NONE),
            "byStage");

    static final Choice KILL_RULE = Choice.of(
            "killRule",
            "NextCRM's daily rule closes old opportunities and writes a reason for it: 'lost' takes them for lost with that"
                    + " reason; 'ignore' goes by status and stage alone.",
            List.of("lost", "ignore"),
            "lost");

    static final Choice LINE_ITEMS = Choice.of(
            "lineItems",
            "Line items of opportunities: 'note' writes them into a note on the deal, which keeps the value of NextCRM;"
                    + " 'products' writes products and the lines of the deal, from which its value then follows.",
            List.of("note", "products"),
            "note");

    static final Choice TAGS = Choice.of(
            "tags",
            "Tags: 'labels' makes a person label of each; 'field' makes one multi-select field 'NextCRM tags', which suits"
                    + " an account with very many tags.",
            List.of("labels", "field"),
            "labels");

    static final Choice GROUPS = Choice.of(
            "groups",
            "Lists: 'labels' makes a person label and a saved filter of each; 'field' makes a multi-select field 'NextCRM"
                    + " lists' and a saved filter of each, in place of person lists, which Pipedrive does not have.",
            List.of("labels", "field"),
            "labels");

    static final Choice TARGETS = Choice.of(
            "targets",
            "Targets, people who were never talked to: 'persons' makes a person of each that is not a contact already;"
                    + " 'leave' does not move them, and their lists stay empty.",
            List.of("persons", "leave"),
            "persons");

    static final Choice LEADS = Choice.of(
            "leads",
            "Leads: 'inbox' makes a person of each and puts a lead into the Leads inbox; 'persons' makes persons only.",
            List.of("inbox", "persons"),
            "inbox");

    static final Choice ACTIVE_SENDS = Choice.of(
            "campaignsPaused",
            "A campaign that is scheduled or sending has to be paused in NextCRM before anything moves: 'paused' says that"
                    + " none is under way, and holds those that are; 'accepted' moves them as they are.",
            List.of("paused", "accepted"),
            "paused");

    static final Choice INVOICES = Choice.of(
            "invoices",
            "Invoices, for which Pipedrive has no place: 'notes' writes each with its lines into a note on the organization;"
                    + " 'leave' does not move them.",
            List.of("notes", "leave"),
            "notes");

    static final Choice PROJECTS = Choice.of(
            "projects",
            "Tasks of projects, which belong to no account and no opportunity: 'leave' does not move them; 'activities'"
                    + " makes an activity of each.",
            List.of("leave", "activities"),
            "leave");

    static final Choice DEFAULT_OWNER = Choice.open(
            "defaultOwner",
            "The e-mail address of the Pipedrive user who owns records that have no owner in NextCRM.",
            List.of());

    private Choices() {}
}
