package dev.crmmigration.connector.thepractice.freshsales;

import static dev.crmmigration.connector.thepractice.mapping.Export.CLIENT_PACKAGE;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_CONTACT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_DEAL;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.connector.thepractice.mapping.ClientText;
import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.connector.thepractice.mapping.PackageText;
import dev.crmmigration.connector.thepractice.mapping.Rows;
import dev.crmmigration.toolkit.mapping.FreshsalesNames;
import dev.crmmigration.toolkit.mapping.MappingRow;
import dev.crmmigration.toolkit.mapping.PlatformPair;

/** A row of the table from The Practice to Freshsales, or a mapping beyond it, whose number is 0. */
abstract class FreshsalesRow extends MappingRow<Export> {

    static final String CLIENT_TO_CONTACT = "ClientToContact";
    static final String COMPANY_TO_ACCOUNT = "CompanyToAccount";
    static final String COMPANY_NAME_TO_ACCOUNT = "CompanyNameToAccount";
    static final String PACKAGE_TO_DEAL = "PackageToDeal";
    static final String SESSION_TO_APPOINTMENT = "SessionToAppointment";
    static final String SESSION_TO_TASK = "SessionToTask";
    static final String FORM_TO_NOTE = "IntakeFormToNote";
    static final String INVOICE_TO_NOTE = "InvoiceToNoteAndActivity";

    /** The moment at which The Practice has made a record, which Freshsales stamps anew. */
    static final String CREATED_AT = "Practice_Created_At__c";

    private static final Rows ROWS =
            new Rows(CLIENT_TO_CONTACT, COMPANY_TO_ACCOUNT, COMPANY_NAME_TO_ACCOUNT, PACKAGE_TO_DEAL);

    private static final PlatformPair<Export> PAIR =
            new PlatformPair<>("thepractice", FreshsalesNames.PLATFORM, Export::new);

    /** The table marks all ten rows so; what Freshsales cannot do is declared as a loss. */
    FreshsalesRow(int row, String title) {
        super(PAIR, row, title, Fidelity.ONE_TO_ONE);
    }

    /** Returns expressions about clients, with links to the contacts and sales accounts of Freshsales. */
    static ClientText clients(Export export) {
        return new ClientText(export, ROWS);
    }

    /** Returns, over a record that names a client's package, a link to its deal; no value if it has none. */
    static String dealOf(Export export, String reference) {
        return new PackageText(export).dealOf(ROWS, reference);
    }

    /** Hangs a record on the deal of its package, else on the contact of its client, never on both. */
    static RecordsBuilder belong(RecordsBuilder records, Export export, String object, String time) {
        String contact = clients(export).personOrHold("client_id");
        if (export.has(CLIENT_PACKAGE) && export.has(object, "client_package_id")) {
            String deal = dealOf(export, "client_package_id");
            records.set(OF_DEAL, deal).set(OF_CONTACT, "case(present(" + deal + ") => null, else => " + contact + ")");
        } else {
            records.set(OF_CONTACT, contact);
        }
        return inOrder(records, export, object, time);
    }

    /** Puts the records of an object into the order in which The Practice has made them. */
    static RecordsBuilder inOrder(RecordsBuilder records, Export export, String object, String moment) {
        return export.has(object, moment) ? records.orderBy(moment) : records;
    }
}
