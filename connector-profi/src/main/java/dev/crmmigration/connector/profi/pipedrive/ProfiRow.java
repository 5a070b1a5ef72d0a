package dev.crmmigration.connector.profi.pipedrive;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.connector.profi.mapping.ClientRows;
import dev.crmmigration.connector.profi.mapping.ClientText;
import dev.crmmigration.connector.profi.mapping.EnrollmentText;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.toolkit.mapping.MappingRow;
import dev.crmmigration.toolkit.mapping.PipedriveNames;
import dev.crmmigration.toolkit.mapping.PlatformPair;

/** A row of the table from Profi to Pipedrive, or a mapping beyond it, whose number is 0. */
abstract class ProfiRow extends MappingRow<Export> {

    static final String CLIENT_TO_PERSON = "ClientToPerson";
    static final String ENROLLMENT_TO_DEAL = "EnrollmentToDeal";
    static final String SESSION_TO_ACTIVITY = "SessionToActivity";
    static final String INVOICE_TO_NOTE = "InvoiceToNote";

    static final String ORGANIZATION_TO_ORGANIZATION = "ClientOrganizationToOrganization";

    private static final ClientRows CLIENTS = new ClientRows(
            CLIENT_TO_PERSON,
            "BusinessClientToOrganization",
            ORGANIZATION_TO_ORGANIZATION,
            "CompanyNameToOrganization");

    private static final PlatformPair<Export> PAIR = new PlatformPair<>("profi", PipedriveNames.PLATFORM, Export::new);

    /** The table marks all twelve rows so; what Pipedrive cannot do is declared as a loss. */
    ProfiRow(int row, String title) {
        super(PAIR, row, title, Fidelity.ONE_TO_ONE);
    }

    /** Returns expressions about clients, with links to the persons and organizations of Pipedrive. */
    static ClientText clients(Export export) {
        return new ClientText(export, CLIENTS);
    }

    /** Returns, over a record that names an enrollment, a link to its deal. */
    static String dealOf(Export export, String enrollment) {
        return EnrollmentText.dealOf(ENROLLMENT_TO_DEAL, export, enrollment);
    }
}
