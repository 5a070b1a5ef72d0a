package dev.crmmigration.connector.nextcrm.freshsales;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.toolkit.mapping.CommonChoices;
import java.util.List;

/** What the customer decides about Freshsales in this pair of platforms. */
final class Choices {

    static final Choice PIPELINE = CommonChoices.accountPipeline("Freshsales");

    static final Choice PHONE = Choice.of(
            "phoneField",
            "Where mobile numbers go: 'work' takes the office number, else the mobile one, into the work"
                    + " number, which people may share, and all into a text if there are several; 'mobile' takes"
                    + " mobile numbers into the mobile number, of which Freshsales takes each once only.",
            List.of("work", "mobile"),
            "work");

    static final Choice SHARED_EMAIL = CommonChoices.sharedEmail(
            new CommonChoices.Plural("Contacts", "contact"), "Freshsales", "'NextCRM shared e-mail'");

    static final Choice EQUAL_NAMES = CommonChoices.equalNames("Accounts", "NextCRM", "Freshsales");

    static final Choice DUPLICATE_ACCOUNTS = Choice.of(
            "duplicateAccounts",
            "Accounts of one name: 'sameDomain' makes one sales account of those with the same website as"
                    + " well; 'keep' writes one for each account.",
            List.of("sameDomain", "keep"),
            "sameDomain");

    static final Choice INDUSTRY = CommonChoices.industry("accounts", "NextCRM", "'NextCRM industry'");

    static final Choice TARGETS = Choice.of(
            "targets",
            "Targets, people who were never talked to: 'contacts' makes a contact of each that is not a"
                    + " contact or lead already; 'leave' does not move them.",
            List.of("contacts", "leave"),
            "contacts");

    static final Choice LEADS = Choice.of(
            "leads",
            "Leads, for which Freshsales has no place: 'contacts' makes a contact of each that is no"
                    + " contact already, in the lifecycle stage of the plan; 'document' writes them into a CSV file.",
            List.of("contacts", "document"),
            "contacts");

    static final Choice INVOICES = Choice.of(
            "invoices",
            "Invoices, for which Freshsales has no place, are written into CSV files: 'notes' writes each"
                    + " with its lines into a note on the sales account as well; 'leave' does not.",
            List.of("notes", "leave"),
            "notes");

    static final Choice PROJECTS = Choice.of(
            "projects",
            "Tasks of projects, which belong to nothing that a task of Freshsales could hang on:"
                    + " 'document' writes them into a CSV file; 'leave' does not move them.",
            List.of("document", "leave"),
            "document");

    static final Choice DEFAULT_OWNER = Choice.open(
            "defaultOwner",
            "The e-mail address of the Freshsales user who owns records that have no owner in NextCRM.",
            List.of());

    private Choices() {}
}
