package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.Map;
import java.util.Set;

/** Persons of v2. */
final class Persons implements Entity {

    private static final int MAX_NOTES = 10_000;

    private final Account account;
    private final CustomFields customFields;

    Persons(Account account) {
        this.account = account;
        this.customFields = new CustomFields(account, account.catalog("personFields"));
    }

    @Override
    public Table table() {
        return account.table("persons");
    }

    @Override
    public Shape creation() {
        return shape().optional("add_time", Rules.MOMENT_UTC);
    }

    @Override
    public Shape update() {
        return shape();
    }

    private Shape shape() {
        Shape shape = new Shape()
                .optional("name", Rules.name(255))
                .optional("first_name", Rules.text(255))
                .optional("last_name", Rules.text(255))
                .optional("owner_id", Rules.INTEGER)
                .optional("org_id", Rules.INTEGER.orNull())
                .optional("emails", ContactPoints.RULE)
                .optional("phones", ContactPoints.RULE)
                .optional("visible_to", Rules.VISIBILITY)
                .optional("label_ids", Labels.rule(account, customFields.catalog()))
                .optional("custom_fields", customFields::check);
        // Without contact sync these are known but forbidden, so their values are not looked at.
        shape.optional("im", ifSynced(ContactPoints.RULE))
                .optional("postal_address", ifSynced(Rules.ADDRESS.orNull()))
                .optional("notes", ifSynced(Rules.text(MAX_NOTES).orNull()))
                .optional("birthday", ifSynced(Rules.DATE_ONLY.orNull()))
                .optional("job_title", ifSynced(Rules.text(255).orNull()));
        if (account.settings().isOn(Switch.CAMPAIGNS)) {
            shape.optional(
                    "marketing_status", Rules.oneOf(Set.of("no_consent", "unsubscribed", "subscribed", "archived")));
        }
        return shape;
    }

    private Rule ifSynced(Rule rule) {
        return (parameter, value, checks) -> {
            if (!account.settings().isOn(Switch.CONTACT_SYNC)) {
                throw ApiException.of(
                        403, "ERR_FORBIDDEN", "Contact sync is not enabled, " + parameter + " cannot be set");
            }
            rule.check(parameter, value, checks);
        };
    }

    @Override
    public ObjectNode blank(long id) {
        ObjectNode record = Json.object();
        record.put("id", id);
        record.putNull("name");
        record.putNull("first_name");
        record.putNull("last_name");
        record.put("owner_id", account.tokenUserId());
        record.putNull("org_id");
        record.put("add_time", account.now());
        record.put("update_time", account.now());
        record.putArray("emails");
        record.putArray("phones");
        record.put("is_deleted", false);
        record.put("visible_to", 3);
        record.putArray("label_ids");
        record.putNull("picture_id");
        if (account.settings().isOn(Switch.CONTACT_SYNC)) {
            record.putArray("im");
            record.putNull("postal_address");
            record.putNull("notes");
            record.putNull("birthday");
            record.putNull("job_title");
        }
        if (account.settings().isOn(Switch.CAMPAIGNS)) {
            record.put("marketing_status", "no_consent");
        }
        record.putObject("custom_fields");
        return record;
    }

    @Override
    public void apply(ObjectNode record, ObjectNode parameters, boolean isNew) {
        Parameters given = new Parameters(account, record, parameters);
        PersonName.apply(record, parameters, isNew);
        given.reference("owner_id", "users");
        given.reference("org_id", "organizations");
        given.copy("add_time", "visible_to", "label_ids", "notes", "birthday", "job_title");
        for (String list : ContactPoints.LISTS) {
            if (given.has(list)) {
                record.set(list, ContactPoints.stored(given.get(list)));
            }
        }
        if (given.has("postal_address")) {
            record.set("postal_address", Addresses.complete(given.get("postal_address")));
        }
        if (given.has("marketing_status")) {
            setMarketingStatus(record, given.get("marketing_status"));
        }
        customFields.apply(record, parameters.path("custom_fields"));
    }

    /** Sets it once, and only where there is an address to write to; a forbidden change is ignored (OpenAPI v2). */
    private static void setMarketingStatus(ObjectNode record, JsonNode status) {
        boolean hasEmail =
                record.path("emails").path(0).path("value").asText("").contains("@");
        boolean isUnset = record.path("marketing_status").asText("").equals("no_consent");
        if (hasEmail && isUnset) {
            record.set("marketing_status", status);
        }
    }

    @Override
    public Map<String, String> filters() {
        return Map.of("owner_id", "owner_id", "org_id", "org_id");
    }

    @Override
    public Set<String> otherFilters() {
        return Set.of("deal_id");
    }

    /** To a deal belong its person and the other participants. */
    @Override
    public ListQuery narrowed(ListQuery query, Map<String, String> parameters) {
        String deal = parameters.get("deal_id");
        if (deal == null) {
            return query;
        }
        return query.withIds(Participants.personsOf(account, Long.parseLong(deal)));
    }

    @Override
    public Set<String> optionalFields() {
        return OptionalFields.of("persons");
    }

    @Override
    public CustomFields customFields() {
        return customFields;
    }
}
