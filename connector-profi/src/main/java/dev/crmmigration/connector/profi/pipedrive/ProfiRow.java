package dev.crmmigration.connector.profi.pipedrive;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ObjectMapping;
import java.util.List;

/** A row of the table from Profi to Pipedrive, or a mapping beyond it, whose number is 0. */
abstract class ProfiRow implements ObjectMapping {

    static final String CLIENT_TO_PERSON = "ClientToPerson";
    static final String ENROLLMENT_TO_DEAL = "EnrollmentToDeal";
    static final String SESSION_TO_ACTIVITY = "SessionToActivity";
    static final String INVOICE_TO_NOTE = "InvoiceToNote";

    private final int row;
    private final String title;

    ProfiRow(int row, String title) {
        this.row = row;
        this.title = title;
    }

    /** Returns the parts of this row, for what the export holds and the account has. */
    abstract List<MappingPart> parts(Export export, Account account);

    @Override
    public final String sourcePlatform() {
        return "profi";
    }

    @Override
    public final String destinationPlatform() {
        return "pipedrive";
    }

    @Override
    public final String name() {
        return getClass().getSimpleName();
    }

    @Override
    public final int row() {
        return row;
    }

    @Override
    public final String title() {
        return title;
    }

    /** The table marks all twelve rows so; what Pipedrive cannot do is declared as a loss. */
    @Override
    public final Fidelity fidelity() {
        return Fidelity.ONE_TO_ONE;
    }

    @Override
    public final List<MappingPart> define(MappingContext context) {
        return parts(new Export(context), new Account(context.destination()));
    }
}
