package dev.crmmigration.toolkit.mapping;

import dev.crmmigration.api.catalog.SchemaElement;
import java.util.Collection;
import java.util.List;

/** A pipeline that the account has, or that somebody makes by hand: its first, or one that the customer named. */
public final class AccountPipeline {

    private static final String DEAL = "deal";

    private final String stageField;
    private final String name;
    private final List<String> existing;

    /**
     * @param stageField the field of deals whose options are the stages
     * @param answer the name of a pipeline, or {@link CommonChoices#FIRST}
     * @param unnamed its name if the account has none
     */
    public AccountPipeline(DestinationView account, String stageField, String answer, String unnamed) {
        this.stageField = stageField;
        this.name = answer.equals(CommonChoices.FIRST)
                ? account.pipelines(DEAL, stageField).stream().findFirst().orElse(unnamed)
                : answer;
        this.existing = account.stages(DEAL, stageField, name);
    }

    /** Returns a stage as the account spells it. */
    public String found(String stage) {
        return existing.stream().filter(stage::equalsIgnoreCase).findFirst().orElse(stage);
    }

    /** Returns the expression of the stage that a value map gives for a key. */
    public String mapped(String map, String key) {
        return stage("map(" + Expressions.text(map) + ", " + key + ")");
    }

    /** Returns the expression of a stage of this pipeline, by the expression of its name. */
    public String stage(String stage) {
        return "concat(" + Expressions.text(name + " / ") + ", " + stage + ")";
    }

    /** Returns the stages that the account needs, as it spells them. */
    public List<SchemaElement> schema(Collection<String> stages) {
        List<String> wanted = stages.stream().map(this::found).distinct().toList();
        return Pipeline.ours(stageField, name, wanted).schema();
    }
}
