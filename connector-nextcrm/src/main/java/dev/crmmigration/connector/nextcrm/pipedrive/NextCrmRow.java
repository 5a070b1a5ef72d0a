package dev.crmmigration.connector.nextcrm.pipedrive;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ObjectMapping;
import java.util.List;

/** A row of the table from NextCRM to Pipedrive. */
abstract class NextCrmRow implements ObjectMapping {

    /** The number of mappings beyond the table. */
    static final int BEYOND = 0;

    static final String ACCOUNT_TO_ORGANIZATION = "AccountToOrganization";
    static final String CONTACT_TO_PERSON = "ContactToPerson";
    static final String TARGET_TO_PERSON = "TargetToPerson";
    static final String LEAD_TO_PERSON = "LeadToPerson";
    static final String OPPORTUNITY_TO_DEAL = "OpportunityToDeal";
    static final String TASK_TO_ACTIVITY = "TaskToActivity";
    static final String PRODUCT_TO_PRODUCT = "ProductToProduct";

    private final String name;
    private final int row;
    private final String title;
    private final Fidelity fidelity;

    NextCrmRow(String name, int row, String title, Fidelity fidelity) {
        this.name = name;
        this.row = row;
        this.title = title;
        this.fidelity = fidelity;
    }

    /** Returns the parts of this row, for what the business has and the account has. */
    abstract List<MappingPart> parts(Business business, Account account);

    @Override
    public final String sourcePlatform() {
        return "nextcrm";
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
        return parts(new Business(context), new Account(context.destination()));
    }
}
