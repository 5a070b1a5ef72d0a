package dev.crmmigration.connector.profi.freshsales;

import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_CONTACT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_SALES_ACCOUNT;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.connector.profi.mapping.ClientRows;
import dev.crmmigration.connector.profi.mapping.ClientText;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.toolkit.mapping.FreshsalesNames;
import dev.crmmigration.toolkit.mapping.MappingRow;
import dev.crmmigration.toolkit.mapping.PlatformPair;

/** A row of the table from Profi to Freshsales, or a mapping beyond it, whose number is 0. */
abstract class FreshsalesRow extends MappingRow<Export> {

    static final String MEMBER_TO_CONTACT = "MemberToContact";
    static final String ORGANIZATION_TO_ACCOUNT = "OrganizationToAccount";
    static final String SESSION_TO_DEAL = "SessionToDeal";
    static final String PACKAGE_TO_DEAL = "PackageToDeal";
    static final String BOOKING_TO_APPOINTMENT = "BookingToAppointment";
    static final String INVOICE_TO_NOTE = "InvoiceToDealFieldsAndNote";

    /** The moment at which Profi has made a record, which Freshsales stamps anew. */
    static final String CREATED_AT = "Profi_Created_At__c";

    private static final ClientRows CLIENTS = new ClientRows(
            MEMBER_TO_CONTACT, "BusinessMemberToAccount", ORGANIZATION_TO_ACCOUNT, "CompanyNameToAccount");

    private static final PlatformPair<Export> PAIR = new PlatformPair<>("profi", FreshsalesNames.PLATFORM, Export::new);

    /** The table marks all eleven rows so; what Freshsales cannot do is declared as a loss. */
    FreshsalesRow(int row, String title) {
        super(PAIR, row, title, Fidelity.ONE_TO_ONE);
    }

    /** Returns expressions about clients, with links to the contacts and sales accounts of Freshsales. */
    static ClientText clients(Export export) {
        return new ClientText(export, CLIENTS);
    }

    /** Hangs a record on the contact of a client, or on the sales account that the client is. */
    static RecordsBuilder hang(RecordsBuilder records, Export export, String client) {
        records.set(OF_CONTACT, clients(export).personOrHold(client));
        if (export.has(Export.CLIENT)) {
            records.set(OF_SALES_ACCOUNT, clients(export).business(client));
        }
        return records;
    }

    /** Puts the records of an object into the order in which Profi has made them. */
    static RecordsBuilder inOrder(RecordsBuilder records, Export export, String object, String moment) {
        return export.has(object, moment) ? records.orderBy(moment) : records;
    }
}
