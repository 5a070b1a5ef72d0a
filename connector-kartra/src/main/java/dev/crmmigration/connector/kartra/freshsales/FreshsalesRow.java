package dev.crmmigration.connector.kartra.freshsales;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.connector.kartra.mapping.ContactRows;
import dev.crmmigration.connector.kartra.mapping.ContactText;
import dev.crmmigration.connector.kartra.mapping.Export;
import dev.crmmigration.toolkit.mapping.FreshsalesNames;
import dev.crmmigration.toolkit.mapping.MappingRow;
import dev.crmmigration.toolkit.mapping.PlatformPair;

/** A row of the table from Kartra to Freshsales, or a mapping beyond it, whose number is 0. */
abstract class FreshsalesRow extends MappingRow<Export> {

    static final String CONTACT_TO_CONTACT = "ContactToContact";
    static final String COMPANY_TO_ACCOUNT = "CompanyToAccount";
    static final String TRANSACTION_TO_DEAL = "TransactionToDeal";
    static final String SUBSCRIPTION_TO_DEAL = "SubscriptionToDeal";

    private static final PlatformPair<Export> PAIR =
            new PlatformPair<>("kartra", FreshsalesNames.PLATFORM, Export::new);

    FreshsalesRow(int row, String title, Fidelity fidelity) {
        super(PAIR, row, title, fidelity);
    }

    /** Returns expressions about contacts, with links to the contacts and sales accounts of Freshsales. */
    static ContactText contacts(Export export) {
        return new ContactText(
                export, new ContactRows(CONTACT_TO_CONTACT, COMPANY_TO_ACCOUNT, Choices.WITHOUT_COMPANY));
    }

    /** Puts the records of an object into the order of a column. */
    static RecordsBuilder inOrder(RecordsBuilder records, Export export, String object, String moment) {
        return export.has(object, moment) ? records.orderBy(moment) : records;
    }
}
