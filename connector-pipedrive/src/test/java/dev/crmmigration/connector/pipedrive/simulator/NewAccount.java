package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Furnishes an account as a company finds it on its first day. */
final class NewAccount {

    private final Account account;
    private final JsonNode template = template();

    private NewAccount(Account account) {
        this.account = account;
    }

    /** Creates an account whose ids and codes depend on the seed. */
    static Account create(PipedriveSettings settings, SimulatorClock clock, long seed) {
        Account account = new Account(settings, clock, seed);
        new NewAccount(account).furnish();
        return account;
    }

    static JsonNode template() {
        try (InputStream in = NewAccount.class.getResourceAsStream("new-account.json")) {
            return Json.MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read new-account.json", e);
        }
    }

    private void furnish() {
        long spread = Math.floorMod(account.seed() * 7_919, 100_000L);
        account.continueAfter(4_000 + spread, 20 + spread % 500);
        account.table("users").reserve(20_000_000 + spread * 3);
        addUser();
        addPipeline();
        template.path("activityTypes").forEach(type -> put("activityTypes", type));
        template.path("currencies").forEach(currency -> put("currencies", currency));
        addFields("personFields", "personFields");
        if (account.settings().isOn(Switch.CONTACT_SYNC)) {
            addFields("personFields", "contactSyncFields");
        }
        if (account.settings().isOn(Switch.CAMPAIGNS)) {
            addFields("personFields", "campaignFields");
        }
        addFields("organizationFields", "organizationFields");
        if (account.settings().isOn(Switch.COMPANY_DETAILS)) {
            addFields("organizationFields", "companyDetailFields");
        }
        addFields("dealFields", "dealFields");
        addFields("productFields", "productFields");
        addFields("activityFields", "activityFields");
    }

    private void addUser() {
        ObjectNode user = Users.blank(account, account.table("users").nextId());
        user.setAll((ObjectNode) template.path("admin"));
        for (JsonNode access : user.path("access")) {
            ((ObjectNode) access).put("admin", account.settings().isOn(Switch.ADMIN));
        }
        account.table("users").put(user, 0);
        account.tokenUserId(user.path("id").longValue());
    }

    private void addPipeline() {
        Stages stages = new Stages(account);
        ObjectNode pipeline = new Pipelines(account, stages).blank(1);
        pipeline.put("name", "Pipeline");
        account.table("pipelines").put(pipeline, 0);
        for (JsonNode name : template.path("stages")) {
            stages.append(1, name.textValue());
        }
    }

    private void put(String object, JsonNode members) {
        ObjectNode record = Json.object();
        long id = account.table(object).nextId();
        record.put("id", id);
        record.setAll((ObjectNode) members);
        record.put("active_flag", true);
        record.put("is_custom_flag", false);
        if (object.equals("activityTypes")) {
            record.put("order_nr", id);
            record.put("color", "FFFFFF");
            record.put("add_time", account.nowV1());
            record.put("update_time", account.nowV1());
        }
        account.table(object).put(record, 0);
    }

    private void addFields(String catalog, String source) {
        for (JsonNode given : template.path(source)) {
            ObjectNode definition = Json.object();
            definition.put("id", account.nextFieldId());
            definition.setAll((ObjectNode) given);
            if (given.path("field_code").asText("").equals("label_ids")) {
                definition.put("field_code", account.settings().answer(Switch.LABEL_FIELD));
            }
            definition.set("options", options(given.path("options")));
            definition.set(
                    "subfields",
                    Subfields.of(
                            given.path("field_type").textValue(),
                            given.path("field_name").textValue()));
            definition.put("is_custom_field", false);
            definition.put("add_time", account.nowV1());
            definition.put("is_optional_response_field", given.has("is_optional_response_field"));
            account.catalog(catalog).add(new Field(definition));
        }
    }

    private JsonNode options(JsonNode given) {
        if (given.isMissingNode()) {
            return NullNode.getInstance();
        }
        ArrayNode options = Json.MAPPER.createArrayNode();
        for (JsonNode option : given) {
            ObjectNode added = options.addObject();
            if (!option.has("id")) {
                added.put("id", account.nextOptionId());
            }
            added.setAll((ObjectNode) option);
        }
        return options;
    }
}
