package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;

/** Contacts: emails, accounts, lifecycle and status. */
final class ContactRules implements ObjectRules {

    private static final int ACCOUNTS = 10;

    private final Account account;

    ContactRules(Account account) {
        this.account = account;
    }

    @Override
    public void apply(ObjectNode record, ObjectNode given, boolean isNew, Problems problems) {
        new Emails(account.settings(), problems).apply(record, given, isNew);
        Tags.apply(record, given);
        for (String member : new String[] {"subscription_status", "list_ids"}) {
            if (given.has(member)) {
                record.set(member, given.get(member));
            }
        }
        applyAccounts(record, given, problems);
        if (isNew) {
            begin(record);
        }
        applyLifecycle(record, given, problems);
    }

    private void begin(ObjectNode record) {
        ObjectNode stage = account.first("lifecycle_stages", "default", "true");
        if (stage != null) {
            record.put("lifecycle_stage_id", stage.path("id").longValue());
            record.set("contact_status_id", stage.path("contact_status_ids").path(0));
        }
        if (!record.has("subscription_status")) {
            record.put("subscription_status", 1);
        }
        record.put("lead_score", 0);
    }

    /** The list that is sent is the whole list. */
    private void applyAccounts(ObjectNode record, ObjectNode given, Problems problems) {
        ArrayNode links = Json.MAPPER.createArrayNode();
        if (given.path("sales_accounts").isArray()) {
            given.path("sales_accounts").forEach(link -> addLink(links, link, problems));
        } else if (given.path("sales_account_id").isIntegralNumber()) {
            ObjectNode only = Json.object().put("is_primary", true);
            addLink(links, only.set("id", given.get("sales_account_id")), problems);
        } else {
            return;
        }
        long primaries = 0;
        for (JsonNode link : links) {
            primaries += link.path("is_primary").asBoolean() ? 1 : 0;
        }
        if (links.size() > ACCOUNTS || (!links.isEmpty() && primaries != 1)) {
            problems.add(Message.ACCOUNTS);
        }
        record.set("sales_accounts", links);
    }

    private void addLink(ArrayNode links, JsonNode link, Problems problems) {
        long id = link.path("id").asLong(0);
        if (!account.table("sales_accounts").hasLive(id)) {
            problems.add(Message.NO_REFERENCE, "Account");
            return;
        }
        links.addObject()
                .put("id", id)
                .put("is_primary", link.path("is_primary").asBoolean(false));
    }

    /** A status belongs to one stage: it moves the contact there, and a stage alone begins with its first status. */
    private void applyLifecycle(ObjectNode record, ObjectNode given, Problems problems) {
        JsonNode stageId = given.path("lifecycle_stage_id");
        JsonNode statusId = given.path("contact_status_id");
        if (!stageId.isMissingNode() && !stageId.isNull()) {
            ObjectNode stage = account.table("lifecycle_stages").live(stageId.asLong(0));
            if (stage == null) {
                problems.add(Message.NO_LIFECYCLE);
                return;
            }
            record.put("lifecycle_stage_id", stageId.asLong());
            record.set("contact_status_id", stage.path("contact_status_ids").path(0));
        }
        if (!statusId.isMissingNode() && !statusId.isNull()) {
            ObjectNode status = account.table("contact_statuses").live(statusId.asLong(0));
            boolean isOfStage = status != null
                    && (stageId.isMissingNode()
                            || stageId.isNull()
                            || status.path("lifecycle_stage_id").longValue() == stageId.asLong());
            if (status == null || !isOfStage) {
                problems.add(Message.NO_STATUS);
                return;
            }
            record.put("contact_status_id", statusId.asLong());
            record.set("lifecycle_stage_id", status.get("lifecycle_stage_id"));
        }
    }

    @Override
    public void removed(ObjectNode record, boolean isForgotten) {
        if (!isForgotten) {
            return;
        }
        String key = Keys.of("contacts", record.path("id").longValue());
        for (ObjectNode deal : account.table("deals").liveWithKey(key)) {
            ArrayNode rest = Json.MAPPER.createArrayNode();
            deal.path("contact_ids").forEach(id -> {
                if (id.longValue() != record.path("id").longValue()) {
                    rest.add(id);
                }
            });
            account.put("deals", deal.set("contact_ids", rest));
        }
    }

    @Override
    public void show(ObjectNode shown) {
        String email = Emails.primary(shown);
        String name = (text(shown, "first_name") + " " + text(shown, "last_name")).strip();
        shown.put("email", email.isEmpty() ? null : email);
        shown.put("display_name", name.isEmpty() ? email : name);
        shown.putArray("system_tags");
        shown.remove("sales_accounts");
        shown.remove("list_ids");
    }

    private static String text(ObjectNode record, String member) {
        return record.hasNonNull(member) ? record.path(member).asText() : "";
    }
}
