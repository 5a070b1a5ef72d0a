package dev.crmmigration.connector.nextcrm.freshsales;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.nextcrm.mapping.AccountPapers;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.connector.nextcrm.mapping.PeopleRows;
import dev.crmmigration.connector.nextcrm.mapping.PersonText;
import dev.crmmigration.toolkit.mapping.FreshsalesNames;
import dev.crmmigration.toolkit.mapping.MappingRow;
import dev.crmmigration.toolkit.mapping.PlatformPair;
import java.util.List;

/** A row of the table from NextCRM to Freshsales, or a mapping beyond it. */
abstract class FreshsalesRow extends MappingRow<Business> {

    static final String CONTACT_TO_CONTACT = "ContactToContact";
    static final String TARGET_TO_CONTACT = "TargetToContact";
    static final String LEAD_TO_CONTACT = "LeadToContact";
    static final String ACCOUNT_TO_ACCOUNT = "AccountToAccount";
    static final String OPPORTUNITY_TO_DEAL = "OpportunityToDeal";

    static final PeopleRows PEOPLE = new PeopleRows(
            CONTACT_TO_CONTACT, TARGET_TO_CONTACT, ACCOUNT_TO_ACCOUNT, OPPORTUNITY_TO_DEAL, Choices.TARGETS, true);

    /** Where the papers of an account go. */
    static final AccountPapers PAPERS = new AccountPapers(
            FreshsalesNames.NOTES, FreshsalesNames.DOCUMENT, FreshsalesNames.OF_SALES_ACCOUNT, ACCOUNT_TO_ACCOUNT, "");

    /** The moment at which NextCRM has made a record, which Freshsales stamps anew. */
    static final String CREATED = "NextCRM created";

    private static final PlatformPair<Business> PAIR =
            new PlatformPair<>("nextcrm", FreshsalesNames.PLATFORM, Business::new);

    FreshsalesRow(int row, String title, Fidelity fidelity) {
        super(PAIR, row, title, fidelity);
    }

    static PersonText people(Business business) {
        return new PersonText(business, PEOPLE);
    }

    /** Returns a link to the sales account of an account; no value if there is no such account. */
    static String accountOf(Business business, String account) {
        return "link(AccountToAccount, " + business.live("account", account) + ")";
    }

    static void exclude(List<MappingPart> parts, Business business, String object, String reason) {
        if (business.has(object)) {
            parts.add(MappingPart.Exclusion.of(object, "true", reason));
        }
    }
}
