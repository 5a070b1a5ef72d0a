package dev.crmmigration.connector.nextcrm.pipedrive;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.connector.nextcrm.mapping.AccountPapers;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.connector.nextcrm.mapping.PeopleRows;
import dev.crmmigration.toolkit.mapping.MappingRow;
import dev.crmmigration.toolkit.mapping.PipedriveNames;
import dev.crmmigration.toolkit.mapping.PlatformPair;

/** A row of the table from NextCRM to Pipedrive. */
abstract class NextCrmRow extends MappingRow<Business> {

    static final String ACCOUNT_TO_ORGANIZATION = "AccountToOrganization";
    static final String CONTACT_TO_PERSON = "ContactToPerson";
    static final String TARGET_TO_PERSON = "TargetToPerson";
    static final String LEAD_TO_PERSON = "LeadToPerson";
    static final String OPPORTUNITY_TO_DEAL = "OpportunityToDeal";
    static final String TASK_TO_ACTIVITY = "TaskToActivity";
    static final String PRODUCT_TO_PRODUCT = "ProductToProduct";

    static final PeopleRows PEOPLE = new PeopleRows(
            CONTACT_TO_PERSON, TARGET_TO_PERSON, ACCOUNT_TO_ORGANIZATION, OPPORTUNITY_TO_DEAL, Choices.TARGETS, false);

    /** Where the papers of an account go. */
    static final AccountPapers PAPERS =
            new AccountPapers(PipedriveNames.NOTES, PipedriveNames.FILE, "org_id", ACCOUNT_TO_ORGANIZATION, "add_time");

    private static final PlatformPair<Business> PAIR =
            new PlatformPair<>("nextcrm", PipedriveNames.PLATFORM, Business::new);

    NextCrmRow(int row, String title, Fidelity fidelity) {
        super(PAIR, row, title, fidelity);
    }
}
