package dev.crmmigration.connector.kartra.pipedrive;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.connector.kartra.mapping.ContactRows;
import dev.crmmigration.connector.kartra.mapping.ContactText;
import dev.crmmigration.connector.kartra.mapping.Export;
import dev.crmmigration.toolkit.mapping.MappingRow;
import dev.crmmigration.toolkit.mapping.PipedriveNames;
import dev.crmmigration.toolkit.mapping.PlatformPair;

/** A row of the table from Kartra to Pipedrive. */
abstract class KartraRow extends MappingRow<Export> {

    static final String CONTACT_TO_PERSON = "ContactToPerson";
    static final String COMPANY_TO_ORGANIZATION = "CompanyToOrganization";
    static final String TRANSACTION_TO_DEAL = "TransactionToDeal";
    static final String SUBSCRIPTION_TO_DEAL = "SubscriptionToDeal";

    private static final PlatformPair<Export> PAIR = new PlatformPair<>("kartra", PipedriveNames.PLATFORM, Export::new);

    KartraRow(int row, String title, Fidelity fidelity) {
        super(PAIR, row, title, fidelity);
    }

    /** Returns expressions about contacts, with links to the persons and organizations of Pipedrive. */
    static ContactText contacts(Export export) {
        return new ContactText(
                export, new ContactRows(CONTACT_TO_PERSON, COMPANY_TO_ORGANIZATION, Choices.WITHOUT_COMPANY));
    }
}
