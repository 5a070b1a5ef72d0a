package dev.crmmigration.connector.nextcrm.pipedrive;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.toolkit.mapping.CommonChoices;
import java.util.List;

/** What the customer decides about Pipedrive in this pair of platforms. */
final class Choices {

    static final Choice TAGS = CommonChoices.tagsAsLabels("NextCRM");

    static final Choice DUPLICATE_ACCOUNTS = Choice.of(
            "duplicateAccounts",
            "Accounts of one name: 'sameDomain' makes one organization of those with the same website as well; 'keep'"
                    + " writes one for each account.",
            List.of("sameDomain", "keep"),
            "sameDomain");

    static final Choice LINE_ITEMS = Choice.of(
            "lineItems",
            "Line items of opportunities: 'note' writes them into a note on the deal, which keeps the value of NextCRM;"
                    + " 'products' writes products and the lines of the deal, from which its value then follows.",
            List.of("note", "products"),
            "note");

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

    static final Choice INVOICES = Choice.of(
            "invoices",
            "Invoices, for which Pipedrive has no place, are written into CSV files: 'notes' writes each with its lines into"
                    + " a note on the organization as well; 'leave' does not.",
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
