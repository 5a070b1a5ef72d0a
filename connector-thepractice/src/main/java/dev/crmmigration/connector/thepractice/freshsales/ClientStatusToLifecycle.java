package dev.crmmigration.connector.thepractice.freshsales;

import static dev.crmmigration.connector.thepractice.mapping.Export.CLIENT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.CONTACT;

import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives contacts the lifecycle stage and the status that fit the status of their client. The stages are the account's own;
 * what it does not have is an open question.
 */
public final class ClientStatusToLifecycle extends FreshsalesRow {

    private static final String LIFECYCLE_MAP = "clientLifecycle";
    private static final String STATUS_MAP = "clientStatus";
    private static final String LIFECYCLE = "lifecycle_stage_id";
    private static final String STATUS = "contact_status_id";

    private static final Map<String, String> LIFECYCLES =
            Map.of("lead", "Lead", "active", "Customer", "inactive", "Customer", "archived", "Customer");

    private static final Map<String, String> STATUSES =
            Map.of("lead", "New", "active", "Won", "inactive", "Churned", "archived", "Churned");

    public ClientStatusToLifecycle() {
        super(BEYOND, "Status of a client -> Lifecycle stage and status");
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        DestinationView account = new DestinationView(context.destination());
        return List.of(
                valueMap(account, LIFECYCLE_MAP, LIFECYCLE, LIFECYCLES),
                valueMap(account, STATUS_MAP, STATUS, STATUSES));
    }

    @Override
    public List<Loss> losses() {
        return List.of(new Loss(
                "leads",
                "accounts of the suite have no leads",
                "contacts in the lifecycle stage Lead; which stage each status means stands in the plan"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.fills(CLIENT, "status")) {
            return List.of();
        }
        String status = clients(export).of("status");
        Fields fields = new Fields(export, CLIENT, CONTACT)
                .set(LIFECYCLE, "map(\"" + LIFECYCLE_MAP + "\", " + status + ")")
                .set(STATUS, "map(\"" + STATUS_MAP + "\", " + status + ")");
        return List.of(MappingPart.Contribution.to(CLIENT_TO_CONTACT, CLIENT, fields.mappings(), fields.schema()));
    }

    private static ValueMap valueMap(DestinationView account, String map, String field, Map<String, String> wanted) {
        Map<String, String> entries = new LinkedHashMap<>();
        List.of("lead", "active", "inactive", "archived")
                .forEach(status -> account.found(CONTACT, field, wanted.getOrDefault(status, ""))
                        .ifPresent(label -> entries.put(status, label)));
        return new ValueMap(map, account.labels(CONTACT, field), entries);
    }
}
