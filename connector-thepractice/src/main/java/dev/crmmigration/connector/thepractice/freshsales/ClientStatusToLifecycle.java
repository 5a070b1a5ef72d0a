package dev.crmmigration.connector.thepractice.freshsales;

import static dev.crmmigration.connector.thepractice.mapping.Export.CLIENT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.CONTACT;

import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.toolkit.mapping.ClientLifecycle;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.List;

/**
 * Gives contacts the lifecycle stage and the status that fit the status of their client. The stages are the account's own;
 * what it does not have is an open question.
 */
public final class ClientStatusToLifecycle extends FreshsalesRow {

    private static final ClientLifecycle LIFECYCLE = new ClientLifecycle(CONTACT, "clientLifecycle", "clientStatus");

    public ClientStatusToLifecycle() {
        super(BEYOND, "Status of a client -> Lifecycle stage and status");
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        return LIFECYCLE.valueMaps(new DestinationView(context.destination()));
    }

    @Override
    public List<Loss> losses() {
        return List.of(LIFECYCLE.loss());
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.fills(CLIENT, "status")) {
            return List.of();
        }
        Fields fields = LIFECYCLE.set(
                new Fields(export, CLIENT, CONTACT), clients(export).of("status"));
        return List.of(MappingPart.Contribution.to(CLIENT_TO_CONTACT, CLIENT, fields.mappings(), fields.schema()));
    }
}
