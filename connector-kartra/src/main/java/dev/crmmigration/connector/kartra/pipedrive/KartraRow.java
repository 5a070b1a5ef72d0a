package dev.crmmigration.connector.kartra.pipedrive;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ObjectMapping;
import java.util.List;

/** A row of the table from Kartra to Pipedrive. */
abstract class KartraRow implements ObjectMapping {

    static final String CONTACT_TO_PERSON = "ContactToPerson";
    static final String COMPANY_TO_ORGANIZATION = "CompanyToOrganization";
    static final String TRANSACTION_TO_DEAL = "TransactionToDeal";
    static final String SUBSCRIPTION_TO_DEAL = "SubscriptionToDeal";

    private final String name;
    private final int row;
    private final String title;
    private final Fidelity fidelity;

    KartraRow(String name, int row, String title, Fidelity fidelity) {
        this.name = name;
        this.row = row;
        this.title = title;
        this.fidelity = fidelity;
    }

    /** Returns the parts of this row, for what the export holds and the account has. */
    abstract List<MappingPart> parts(Export export, Account account);

    @Override
    public final String sourcePlatform() {
        return "kartra";
    }

    @Override
    public final String destinationPlatform() {
        return "pipedrive";
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final int row() {
        return row;
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final Fidelity fidelity() {
        return fidelity;
    }

    @Override
    public final List<MappingPart> define(MappingContext context) {
        return parts(new Export(context), new Account(context.destination()));
    }
}
