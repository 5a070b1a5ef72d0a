package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stage of a deal: it belongs to the pipeline, and the probability follows it. */
final class DealStages {

    private final Account account;

    DealStages(Account account) {
        this.account = account;
    }

    void apply(ObjectNode record, ObjectNode given, boolean isNew, Problems problems) {
        long before = record.path("deal_stage_id").asLong(0);
        Optional<ObjectNode> stage = chosen(record, given, isNew, problems);
        stage.ifPresent(found -> {
            record.set("deal_stage_id", found.get("id"));
            record.set("deal_pipeline_id", found.get("deal_pipeline_id"));
        });
        boolean moved = record.path("deal_stage_id").asLong(0) != before;
        applyProbability(record, given.path("probability"), moved && stage.isPresent(), stage, problems);
        if (moved && stage.isPresent()) {
            record.put("stage_updated_time", account.nowShown());
            if (isClosed(stage.get()) && !record.hasNonNull("closed_date")) {
                record.put("closed_date", today());
            }
        }
    }

    private String today() {
        return LocalDate.ofInstant(account.now(), account.settings().zone()).toString();
    }

    private static boolean isClosed(ObjectNode stage) {
        return stage.path("forecast_type").asText().startsWith("Closed");
    }

    /** Returns the stage that the deal gets; nothing if it stays where it is. */
    private Optional<ObjectNode> chosen(ObjectNode record, ObjectNode given, boolean isNew, Problems problems) {
        JsonNode stageId = given.path("deal_stage_id");
        JsonNode pipelineId = given.path("deal_pipeline_id");
        boolean hasPipeline = !pipelineId.isMissingNode() && !pipelineId.isNull();
        if (hasPipeline && !account.table("deal_pipelines").hasLive(pipelineId.asLong(0))) {
            problems.add(Message.NO_REFERENCE, "Deal pipeline");
            return Optional.empty();
        }
        if (!stageId.isMissingNode() && !stageId.isNull()) {
            ObjectNode stage = account.table("deal_stages").live(stageId.asLong(0));
            if (stage == null || (hasPipeline && stage.path("deal_pipeline_id").longValue() != pipelineId.asLong())) {
                problems.add(Message.NO_STAGE);
                return Optional.empty();
            }
            return Optional.of(stage);
        }
        boolean moves = hasPipeline && record.path("deal_pipeline_id").asLong(0) != pipelineId.asLong();
        if (!isNew && !moves) {
            return Optional.empty();
        }
        return first(hasPipeline ? pipelineId.asLong() : defaultPipeline());
    }

    private long defaultPipeline() {
        @Nullable ObjectNode pipeline = account.first("deal_pipelines", "is_default", "true");
        return pipeline == null ? 0 : pipeline.path("id").longValue();
    }

    private Optional<ObjectNode> first(long pipeline) {
        return account.table("deal_stages").allLive().stream()
                .filter(stage -> stage.path("deal_pipeline_id").longValue() == pipeline)
                .min(Comparator.comparingInt(stage -> stage.path("position").intValue()));
    }

    private void applyProbability(
            ObjectNode record, JsonNode given, boolean moved, Optional<ObjectNode> stage, Problems problems) {
        boolean isGiven = !given.isMissingNode() && !given.isNull();
        if (isGiven && !given.asText().matches("\\d{1,2}|100")) {
            problems.add(Message.NO_NUMBER, "Probability (%)");
            return;
        }
        boolean isKept = isGiven && account.settings().is(Switch.PROBABILITY_WITH_STAGE, "kept");
        if (moved && !isKept) {
            record.set("probability", stage.orElseThrow().path("probability"));
        } else if (isGiven) {
            record.put("probability", given.asInt());
        }
    }
}
