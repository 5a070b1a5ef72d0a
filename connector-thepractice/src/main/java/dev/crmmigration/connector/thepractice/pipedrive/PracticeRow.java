package dev.crmmigration.connector.thepractice.pipedrive;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.connector.thepractice.mapping.ClientText;
import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.connector.thepractice.mapping.PackageText;
import dev.crmmigration.connector.thepractice.mapping.Rows;
import dev.crmmigration.toolkit.mapping.MappingRow;
import dev.crmmigration.toolkit.mapping.PipedriveNames;
import dev.crmmigration.toolkit.mapping.PlatformPair;

/** A row of the table from The Practice to Pipedrive, or a mapping beyond it, whose number is 0. */
abstract class PracticeRow extends MappingRow<Export> {

    static final String CLIENT_TO_PERSON = "ClientToPerson";
    static final String COMPANY_TO_ORGANIZATION = "CompanyToOrganization";
    static final String PACKAGE_TO_DEAL = "PackageToDeal";
    static final String SESSION_TO_ACTIVITY = "SessionToActivity";
    static final String FORM_TO_NOTE = "IntakeFormToNote";
    static final String INVOICE_TO_NOTE = "InvoiceToNoteAndActivity";

    private static final Rows ROWS =
            new Rows(CLIENT_TO_PERSON, COMPANY_TO_ORGANIZATION, "CompanyNameToOrganization", PACKAGE_TO_DEAL);

    private static final PlatformPair<Export> PAIR =
            new PlatformPair<>("thepractice", PipedriveNames.PLATFORM, Export::new);

    /** The table marks all ten rows so; what Pipedrive cannot do is declared as a loss. */
    PracticeRow(int row, String title) {
        super(PAIR, row, title, Fidelity.ONE_TO_ONE);
    }

    /** Returns expressions about clients, with links to the persons and organizations of Pipedrive. */
    static ClientText clients(Export export) {
        return new ClientText(export, ROWS);
    }

    /** Returns, over a record that names a client's package, a link to its deal; no value if it has none. */
    static String dealOf(Export export, String reference) {
        return new PackageText(export).dealOf(ROWS, reference);
    }

    /** Gives a note its client, its deal if the record names a package, and its time. */
    static void belong(RecordsBuilder note, Export export, String object, String time) {
        note.set("person_id", clients(export).personOrHold("client_id"));
        if (export.has(object, "client_package_id")) {
            note.set("deal_id", dealOf(export, "client_package_id"));
        }
        if (export.has(object, time)) {
            note.orderBy(time).set("add_time", time);
        }
    }
}
