package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Organizations of v2. */
final class Organizations implements Entity {

    private static final List<String> DETAILS =
            List.of("website", "linkedin", "industry", "annual_revenue", "employee_count");

    private final Account account;
    private final CustomFields customFields;

    Organizations(Account account) {
        this.account = account;
        this.customFields = new CustomFields(account, account.catalog("organizationFields"));
    }

    @Override
    public Table table() {
        return account.table("organizations");
    }

    @Override
    public Shape creation() {
        return shape().required("name", Rules.name(255)).optional("add_time", Rules.MOMENT_UTC);
    }

    @Override
    public Shape update() {
        return shape().optional("name", Rules.name(255));
    }

    private Shape shape() {
        Shape shape = new Shape()
                .optional("owner_id", Rules.INTEGER)
                .optional("visible_to", Rules.VISIBILITY)
                .optional("label_ids", Labels.rule(account, customFields.catalog()))
                .optional("address", Rules.ADDRESS.orNull())
                .optional("custom_fields", customFields::check);
        if (account.settings().isOn(Switch.COMPANY_DETAILS)) {
            shape.optional("website", Rules.text(255).orNull())
                    .optional("linkedin", Rules.text(255).orNull())
                    .optional("industry", Rules.INTEGER.orNull())
                    .optional("annual_revenue", Rules.INTEGER.orNull())
                    .optional("employee_count", Rules.INTEGER.orNull());
        }
        return shape;
    }

    @Override
    public ObjectNode blank(long id) {
        ObjectNode record = Json.object();
        record.put("id", id);
        record.putNull("name");
        record.put("owner_id", account.tokenUserId());
        record.put("add_time", account.now());
        record.put("update_time", account.now());
        record.putNull("address");
        record.put("is_deleted", false);
        record.put("visible_to", 3);
        record.putArray("label_ids");
        if (account.settings().isOn(Switch.COMPANY_DETAILS)) {
            DETAILS.forEach(record::putNull);
        }
        record.putObject("custom_fields");
        return record;
    }

    @Override
    public void apply(ObjectNode record, ObjectNode parameters, boolean isNew) {
        Parameters given = new Parameters(account, record, parameters);
        given.reference("owner_id", "users");
        given.copy("name", "add_time", "visible_to", "label_ids");
        given.copy(DETAILS);
        if (parameters.has("address")) {
            record.set("address", Addresses.complete(parameters.get("address")));
        }
        customFields.apply(record, parameters.path("custom_fields"));
    }

    @Override
    public Map<String, String> filters() {
        return Map.of("owner_id", "owner_id");
    }

    @Override
    public Set<String> optionalFields() {
        return OptionalFields.of("organizations");
    }

    @Override
    public CustomFields customFields() {
        return customFields;
    }
}
