package dev.crmmigration.connector.kartra.pipedrive;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.toolkit.mapping.CommonChoices;
import java.util.List;

/** What the customer decides about Pipedrive in this pair of platforms. */
final class Choices {

    static final Choice TAGS = CommonChoices.tagsAsLabels("Kartra");

    static final Choice WITHOUT_COMPANY = Choice.of(
            "withoutCompany",
            "Contacts without a company: 'singlePerson' makes an organization for each, named like the contact and"
                    + " labelled 'Single person' (one more write for each such contact); 'none' leaves the person"
                    + " without an organization.",
            List.of("singlePerson", CommonChoices.NONE),
            "singlePerson");

    static final Choice PIPELINES = Choice.of(
            "pipelines",
            "Where deals go: 'kartra' makes the pipelines 'Kartra sales' and 'Kartra subscriptions'; any other answer is"
                    + " the name of one pipeline for both, which is made if the account lacks it. In a pipeline of"
                    + " yours a deal goes to the stage of the same name, else to the first stage.",
            List.of(),
            "kartra");

    static final Choice DEAL_TAGS = Choice.of(
            "dealTags",
            "Tags that the deals of a contact get as labels as well: their names with commas between; 'none' for none.",
            List.of(),
            CommonChoices.NONE);

    static final Choice GROUPS = Choice.of(
            "groups",
            "Lists: 'labels' makes a person label 'list_<name>' of each; 'field' makes a multi-select field"
                    + " 'Kartra lists' and a saved filter for each list, in place of person groups, which Pipedrive"
                    + " does not have.",
            List.of("labels", "field"),
            "labels");

    static final Choice DEFAULT_OWNER = Choice.open(
            "defaultOwner",
            "Kartra names no owner for most records. The e-mail address of the Pipedrive user who owns those records.",
            List.of());

    static final Choice EXCEPTIONAL_APPOINTMENTS = Choice.of(
            "exceptionalAppointments",
            "Appointments that were cancelled, missed or not confirmed: 'type' makes an activity type for each such"
                    + " status; 'subject' puts the status at the head of the subject, for accounts that cannot have"
                    + " more activity types.",
            List.of("type", "subject"),
            "type");

    static final Choice AFFILIATES = Choice.of(
            "affiliates",
            "Affiliates: 'fields' puts them into fields of the person; 'organizations' makes an organization labelled"
                    + " 'Partner' of each.",
            List.of("fields", "organizations"),
            "fields");

    static final Choice AFFILIATES_WITHOUT_CONTACT = Choice.of(
            "affiliatesWithoutContact",
            "Affiliates who are no contact, if affiliates go into fields: 'hold' keeps them for a person to look at;"
                    + " 'person' makes a person of each; 'leave' does not move them.",
            List.of("hold", "person", "leave"),
            "hold");

    static final Choice MARKETING_STATUS = Choice.of(
            "marketingStatus",
            "Accounts with Campaigns: 'on' sets the marketing status of persons from their consent. Pipedrive lets it"
                    + " be changed once only, so it is 'off' until you have checked the consents.",
            List.of("off", "on"),
            "off");

    private Choices() {}
}
