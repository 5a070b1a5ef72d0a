package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Puts a deal into a stage: the stage decides the pipeline; a pipeline alone means its first stage; neither means the first stage of the
 * first pipeline.
 */
final class DealStage {

    private final Account account;

    DealStage(Account account) {
        this.account = account;
    }

    void apply(ObjectNode record, Parameters given, boolean isNew) {
        if (given.has("stage_id")) {
            long stage = given.get("stage_id").longValue();
            account.requireReference("stage_id", "stages", stage);
            long pipeline = pipelineOf(stage);
            if (given.has("pipeline_id") && given.get("pipeline_id").longValue() != pipeline) {
                throw ApiException.badRequest("The stage does not belong to the pipeline");
            }
            move(record, stage, pipeline, isNew);
        } else if (given.has("pipeline_id")) {
            long pipeline = given.get("pipeline_id").longValue();
            account.requireReference("pipeline_id", "pipelines", pipeline);
            if (isNew || record.path("pipeline_id").longValue() != pipeline) {
                move(record, firstStage(pipeline), pipeline, isNew);
            }
        } else if (isNew) {
            long pipeline = first(account.table("pipelines").live(), "pipelines");
            move(record, firstStage(pipeline), pipeline, true);
        }
        setProbability(record, given);
    }

    private void move(ObjectNode record, long stage, long pipeline, boolean isNew) {
        if (!isNew && record.path("stage_id").longValue() != stage) {
            record.put("stage_change_time", account.now());
        }
        record.put("stage_id", stage);
        record.put("pipeline_id", pipeline);
    }

    private void setProbability(ObjectNode record, Parameters given) {
        if (!given.has("probability")) {
            return;
        }
        ObjectNode pipeline =
                account.record("pipelines", record.path("pipeline_id").longValue());
        if (given.hasValue("probability")
                && !pipeline.path("is_deal_probability_enabled").booleanValue()) {
            throw ApiException.badRequest("Deal probability is not enabled for the pipeline");
        }
        record.set(
                "probability",
                given.hasValue("probability") ? Numbers.asDouble(given.get("probability")) : given.get("probability"));
    }

    private long pipelineOf(long stage) {
        return account.record("stages", stage).path("pipeline_id").longValue();
    }

    private long firstStage(long pipeline) {
        return first(account.table("stages").withKey("pipeline_id", pipeline), "stages");
    }

    /** Returns the id with the lowest order number. */
    private long first(IdList ids, String object) {
        long first = 0;
        long lowest = Long.MAX_VALUE;
        for (int i = 0; i < ids.size(); i++) {
            long order = account.record(object, ids.get(i)).path("order_nr").longValue();
            if (order < lowest) {
                lowest = order;
                first = ids.get(i);
            }
        }
        if (first == 0) {
            throw ApiException.badRequest("The pipeline has no stages");
        }
        return first;
    }
}
