package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.List;

/** Pipelines of v2. */
final class Pipelines implements Entity {

    private static final List<String> DEFAULT_STAGES =
            List.of("Qualified", "Contact Made", "Demo Scheduled", "Proposal Made", "Negotiations Started");

    private final Account account;
    private final Stages stages;

    Pipelines(Account account, Stages stages) {
        this.account = account;
        this.stages = stages;
    }

    @Override
    public Table table() {
        return account.table("pipelines");
    }

    @Override
    public Shape creation() {
        return update().required("name", Rules.name(255));
    }

    @Override
    public Shape update() {
        return new Shape().optional("name", Rules.name(255)).optional("is_deal_probability_enabled", Rules.BOOLEAN);
    }

    @Override
    public ObjectNode blank(long id) {
        ObjectNode record = Json.object();
        record.put("id", id);
        record.putNull("name");
        record.put("order_nr", id);
        record.put("is_deleted", false);
        record.put("is_deal_probability_enabled", false);
        record.put("add_time", account.now());
        record.put("update_time", account.now());
        return record;
    }

    @Override
    public void apply(ObjectNode record, ObjectNode parameters, boolean isNew) {
        new Parameters(account, record, parameters).copy("name", "is_deal_probability_enabled");
        if (isNew && account.settings().answer(Switch.NEW_PIPELINE_STAGES).equals("default")) {
            addStages(record.path("id").longValue());
        }
    }

    private void addStages(long pipeline) {
        for (String name : DEFAULT_STAGES) {
            stages.append(pipeline, name);
        }
    }

    @Override
    public boolean isLarge() {
        return false;
    }

    @Override
    public boolean isForAdministrators() {
        return true;
    }
}
