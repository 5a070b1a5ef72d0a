package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Sets an account up: as a trial is on its first day or, for a strict tenant, with what its administrators demand. */
final class NewAccount {

    private static final String FILE = "new-account.json";

    private final Account account;
    private final JsonNode content;

    private NewAccount(Account account, JsonNode content) {
        this.account = account;
        this.content = content;
    }

    static Account create(FreshsalesSettings settings, SimulatorClock clock, long seed) {
        Account account = new Account(settings, clock, seed);
        new NewAccount(account, content()).fill();
        return account;
    }

    private static JsonNode content() {
        try (InputStream in = NewAccount.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return Json.parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill() {
        content.path("selectors")
                .properties()
                .forEach(selector -> selector.getValue().forEach(row -> add(selector.getKey(), (ObjectNode) row)));
        content.path("fields").properties().forEach(object -> {
            Fields fields = Fields.of(account, plural(object.getKey()));
            object.getValue().forEach(fields::addStandard);
        });
        content.path("views")
                .properties()
                .forEach(object -> object.getValue().forEach(view -> addView(object.getKey(), view.asText())));
        if (account.settings().isStrict()) {
            beStrict();
        }
    }

    private static String plural(String fields) {
        return fields.equals("sales_activity_fields") ? "sales_activities" : fields.replace("_fields", "s");
    }

    private long add(String selector, ObjectNode row) {
        ObjectNode record = row.deepCopy();
        long id = account.table(selector).nextId();
        record.put("id", id).put("position", account.table(selector).rows().size() + 1);
        switch (selector) {
            case "deal_pipelines" -> addStages(record, id);
            case "lifecycle_stages" -> addStatuses(record, id);
            case "sales_activity_outcomes" -> linkOutcome(record);
            case "sales_activity_types" ->
                record.put("is_default", true)
                        .put("is_checkedin", false)
                        .put("show_in_conversation", true)
                        .put("partial", true);
            default -> {}
        }
        account.put(selector, record);
        return id;
    }

    private void addStages(ObjectNode pipeline, long id) {
        pipeline.putNull("aggregated_field");
        for (JsonNode stage : pipeline.remove("stages")) {
            ObjectNode row = Json.object().put("name", stage.path(0).asText());
            row.put("forecast_type", stage.path(1).asText());
            row.put("probability", stage.path(2).asInt());
            row.put("deal_pipeline_id", id).put("choice_type", 1).put("partial", true);
            row.put("updated_at", account.nowShown());
            add("deal_stages", row);
        }
    }

    private void addStatuses(ObjectNode stage, long id) {
        ArrayNode ids = Json.MAPPER.createArrayNode();
        for (JsonNode status : stage.remove("statuses")) {
            ObjectNode row = Json.object().put("name", status.asText());
            row.put("lifecycle_stage_id", id).put("partial", true);
            ids.add(add("contact_statuses", row));
        }
        stage.put("disabled", false);
        stage.set("contact_status_ids", ids);
    }

    private void linkOutcome(ObjectNode outcome) {
        ObjectNode type = account.first(
                "sales_activity_types", "name", outcome.remove("type").asText());
        outcome.put("sales_activity_type_id", type == null ? 0 : type.path("id").longValue());
    }

    /** A star stands before the view that a list shows first. */
    private void addView(String plural, String text) {
        ObjectNode view = Json.object().put("id", account.table(Account.VIEWS).nextId());
        view.put("name", text.replace("*", "")).put("object", plural).put("is_default", text.startsWith("*"));
        view.put("updated_at", account.nowShown());
        account.put(Account.VIEWS, view);
    }

    private void beStrict() {
        content.path("strict").properties().forEach(object -> {
            Fields fields = Fields.of(account, plural(object.getKey()));
            object.getValue().forEach(fields::addCustom);
        });
        ObjectNode dealAccount = Fields.of(account, "deals").find("sales_account_id");
        if (dealAccount != null) {
            account.put("deal_fields", dealAccount.deepCopy().put("required", true));
        }
    }
}
