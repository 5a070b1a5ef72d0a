package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Deals of v2. */
final class Deals implements Entity {

    private final Account account;
    private final CustomFields customFields;
    private final DealStage stages;
    private final DealStatus statuses;

    Deals(Account account) {
        this.account = account;
        this.customFields = new CustomFields(account, account.catalog("dealFields"));
        this.stages = new DealStage(account);
        this.statuses = new DealStatus(account);
    }

    @Override
    public Table table() {
        return account.table("deals");
    }

    @Override
    public Shape creation() {
        return shape().required("title", Rules.name(255));
    }

    @Override
    public Shape update() {
        return shape().optional("title", Rules.name(255));
    }

    private Shape shape() {
        return new Shape()
                .optional("owner_id", Rules.INTEGER)
                .optional("person_id", Rules.INTEGER.orNull())
                .optional("org_id", Rules.INTEGER.orNull())
                .optional("pipeline_id", Rules.INTEGER)
                .optional("stage_id", Rules.INTEGER)
                .optional("value", Rules.NUMBER)
                .optional("currency", Rules.TEXT)
                .optional("is_archived", Rules.BOOLEAN)
                .optional("archive_time", Rules.MOMENT_V1)
                .optional("status", Rules.oneOf(Set.of("open", "won", "lost")))
                .optional("probability", Rules.between(0, 100).orNull())
                .optional("lost_reason", Rules.TEXT.orNull())
                .optional("visible_to", Rules.VISIBILITY)
                .optional("close_time", Rules.MOMENT_UTC.orNull())
                .optional("won_time", Rules.MOMENT_UTC.orNull())
                .optional("lost_time", Rules.MOMENT_UTC.orNull())
                .optional("expected_close_date", Rules.DATE_ONLY.orNull())
                .optional("label_ids", Labels.rule(account, customFields.catalog()))
                .optional("custom_fields", customFields::check);
    }

    @Override
    public ObjectNode blank(long id) {
        ObjectNode record = Json.object();
        record.put("id", id);
        record.putNull("title");
        record.put("creator_user_id", account.tokenUserId());
        record.put("owner_id", account.tokenUserId());
        record.put("value", 0);
        record.putNull("person_id");
        record.putNull("org_id");
        record.putNull("stage_id");
        record.putNull("pipeline_id");
        record.put("currency", account.tokenUser().path("default_currency").asText("EUR"));
        record.putNull("archive_time");
        record.put("add_time", account.now());
        record.put("update_time", account.now());
        record.put("stage_change_time", account.now());
        record.put("status", "open");
        record.put("is_archived", false);
        record.put("is_deleted", false);
        for (String empty : List.of("probability", "lost_reason")) {
            record.putNull(empty);
        }
        record.put("visible_to", 3);
        for (String empty : List.of("close_time", "won_time", "lost_time")) {
            record.putNull(empty);
        }
        for (String empty : List.of("local_won_date", "local_lost_date", "local_close_date", "expected_close_date")) {
            record.putNull(empty);
        }
        record.putArray("label_ids");
        record.put("origin", "API");
        for (String empty : List.of("origin_id", "channel", "channel_id", "source_lead_id", "acv", "arr", "mrr")) {
            record.putNull(empty);
        }
        record.putObject("custom_fields");
        return record;
    }

    @Override
    public void apply(ObjectNode record, ObjectNode parameters, boolean isNew) {
        if (isNew && parameters.path("status").asText("open").equals("open")) {
            DealCap.require(account);
        }
        requireFewLabels(parameters);
        Parameters given = new Parameters(account, record, parameters);
        given.reference("owner_id", "users");
        given.reference("person_id", "persons");
        given.reference("org_id", "organizations");
        stages.apply(record, given, isNew);
        statuses.apply(record, given);
        given.copy("title", "visible_to", "expected_close_date", "label_ids");
        setValue(record, given, isNew);
        archive(record, given);
        customFields.apply(record, parameters.path("custom_fields"));
        if (given.hasValue("person_id")) {
            new Participants(account)
                    .ensure(
                            record.path("id").longValue(),
                            record.path("person_id").longValue());
        }
    }

    private void requireFewLabels(ObjectNode parameters) {
        int cap = account.settings().quantity(Quantity.LABELS_PER_DEAL);
        if (cap > 0 && parameters.path("label_ids").size() > cap) {
            throw ApiException.badRequest("A deal can have at most " + cap + " labels");
        }
    }

    private void setValue(ObjectNode record, Parameters given, boolean isNew) {
        boolean isDerived =
                !isNew && new DealTotals(account).hasLines(record.path("id").longValue());
        if (given.has("value") && isDerived && overwritesDerived()) {
            List.of("acv", "arr", "mrr").forEach(record::putNull);
        }
        if (given.has("value") && (!isDerived || overwritesDerived())) {
            record.set("value", Numbers.asDouble(given.get("value")));
        }
        if (given.has("currency")) {
            if (!account.hasCurrency(given.get("currency").textValue())) {
                throw ApiException.invalid("currency: This value is not a valid currency.", null);
            }
            record.set("currency", given.get("currency"));
        }
    }

    private boolean overwritesDerived() {
        return account.settings().answer(Switch.VALUE_WITH_PRODUCTS).equals("overwrite");
    }

    private void archive(ObjectNode record, Parameters given) {
        if (given.has("is_archived")) {
            boolean archived = given.get("is_archived").booleanValue();
            record.put("is_archived", archived);
            record.put("archive_time", archived ? account.now() : null);
        }
        if (given.has("archive_time")) {
            if (!record.path("is_archived").booleanValue()) {
                throw ApiException.badRequest("archive_time can only be set if the deal is archived");
            }
            record.put(
                    "archive_time",
                    Times.v2(Times.parseV1(given.get("archive_time").textValue())));
        }
    }

    /** An archived deal must be un-archived first (changelog of 2025-07-15). */
    @Override
    public void requireEditable(ObjectNode record, ObjectNode parameters) {
        boolean isReturned = !parameters.path("is_archived").asBoolean(true);
        if (record.path("is_archived").booleanValue() && !isReturned) {
            throw ApiException.badRequest("Archived deals cannot be edited");
        }
    }

    @Override
    public Map<String, String> filters() {
        return Map.of(
                "owner_id", "owner_id",
                "person_id", "person_id",
                "org_id", "org_id",
                "pipeline_id", "pipeline_id",
                "stage_id", "stage_id",
                "status", "status");
    }

    @Override
    public Map<String, Long> listed() {
        return Map.of("is_archived", 0L);
    }

    @Override
    public Set<String> optionalFields() {
        return OptionalFields.of("deals");
    }

    @Override
    public CustomFields customFields() {
        return customFields;
    }
}
