package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.Map;
import java.util.Set;

/** Stages of v2. A new one is the last of its pipeline. */
final class Stages implements Entity {

    private final Account account;

    Stages(Account account) {
        this.account = account;
    }

    @Override
    public Table table() {
        return account.table("stages");
    }

    @Override
    public Shape creation() {
        return update().required("name", Rules.name(255)).required("pipeline_id", Rules.INTEGER);
    }

    @Override
    public Shape update() {
        return new Shape()
                .optional("name", Rules.name(255))
                .optional("pipeline_id", Rules.INTEGER)
                .optional("deal_probability", Rules.between(0, 100))
                .optional("is_deal_rot_enabled", Rules.BOOLEAN)
                .optional("days_to_rotten", Rules.INTEGER.orNull());
    }

    @Override
    public ObjectNode blank(long id) {
        ObjectNode record = Json.object();
        record.put("id", id);
        record.putNull("order_nr");
        record.putNull("name");
        record.put("is_deleted", false);
        record.put("deal_probability", 100);
        record.putNull("pipeline_id");
        record.put("is_deal_rot_enabled", false);
        record.putNull("days_to_rotten");
        record.put("add_time", account.now());
        record.put("update_time", account.now());
        return record;
    }

    @Override
    public void apply(ObjectNode record, ObjectNode parameters, boolean isNew) {
        Parameters given = new Parameters(account, record, parameters);
        given.reference("pipeline_id", "pipelines");
        given.copy("name", "deal_probability", "is_deal_rot_enabled", "days_to_rotten");
        if (isNew) {
            record.put("order_nr", nextOrder(record.path("pipeline_id").longValue()));
        }
    }

    private long nextOrder(long pipeline) {
        long highest = 0;
        for (long id : table().withKey("pipeline_id", pipeline).toArray()) {
            highest = Math.max(
                    highest, account.record("stages", id).path("order_nr").longValue());
        }
        return highest + 1;
    }

    /** Adds a stage at the end of a pipeline. */
    void append(long pipeline, String name) {
        ObjectNode stage = blank(table().nextId());
        stage.put("name", name);
        stage.put("pipeline_id", pipeline);
        stage.put("order_nr", nextOrder(pipeline));
        table().put(stage, 0);
    }

    @Override
    public Map<String, String> filters() {
        return Map.of("pipeline_id", "pipeline_id");
    }

    @Override
    public Set<String> sortable() {
        return Set.of("id", "update_time", "add_time", "order_nr");
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
