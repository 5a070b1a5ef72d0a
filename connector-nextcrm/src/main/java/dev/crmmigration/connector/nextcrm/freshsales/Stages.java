package dev.crmmigration.connector.nextcrm.freshsales;

import static dev.crmmigration.toolkit.mapping.FreshsalesNames.STAGE;

import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.connector.nextcrm.mapping.Outcome;
import dev.crmmigration.connector.nextcrm.mapping.StageNames;
import dev.crmmigration.toolkit.mapping.AccountPipeline;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Expressions;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The pipeline of deals and its stages: NextCRM's own, and one for won and one for lost deals. */
final class Stages {

    private static final String STAGE_MAP = "dealStage";
    private static final String OUTCOME_MAP = "dealOutcome";
    private static final String UNNAMED = "NextCRM";

    private final Business business;
    private final AccountPipeline pipeline;

    Stages(Business business, DestinationView account) {
        this.business = business;
        this.pipeline = new AccountPipeline(account, STAGE, business.answer(Choices.PIPELINE), UNNAMED);
    }

    List<ValueMap> valueMaps() {
        Map<String, String> stages = new LinkedHashMap<>();
        StageNames.each(business).forEach((name, stage) -> stages.put(name, pipeline.found(stage)));
        Map<String, String> outcomes = new LinkedHashMap<>();
        outcomes.put("won", pipeline.found("Won"));
        outcomes.put("lost", pipeline.found("Lost"));
        return List.of(new ValueMap(STAGE_MAP, List.of(), stages), new ValueMap(OUTCOME_MAP, List.of(), outcomes));
    }

    /** Sets the stage, by how the opportunity ended, else by its own. */
    void addTo(Fields fields, Outcome outcome) {
        pipeline.schema(Stream.concat(StageNames.of(business).stream(), Stream.of("Won", "Lost"))
                        .toList())
                .forEach(fields::needs);
        String open = "map(\"" + STAGE_MAP + "\", coalesce(" + business.column("opportunity", "stage") + ", "
                + Expressions.text(StageNames.NOT_GIVEN) + "))";
        fields.set(STAGE, pipeline.stage(outcome.byOutcome(ended("won"), ended("lost"), open)));
    }

    private static String ended(String outcome) {
        return "map(\"" + OUTCOME_MAP + "\", " + Expressions.text(outcome) + ")";
    }
}
