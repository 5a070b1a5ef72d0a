package dev.crmmigration.connector.kartra.freshsales;

import static dev.crmmigration.toolkit.mapping.FreshsalesNames.STAGE;

import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.kartra.mapping.Export;
import dev.crmmigration.toolkit.mapping.AccountPipeline;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The stages of one pipeline that deals are in: open ones, and those that are won or lost. */
final class Stages {

    private static final String UNNAMED = "Kartra";

    private final AccountPipeline pipeline;

    Stages(Export export, DestinationView account) {
        this.pipeline = new AccountPipeline(account, STAGE, export.answer(Choices.PIPELINE), UNNAMED);
    }

    /** Returns the stage of each outcome, in this order. */
    static Map<String, String> of(String... outcomesAndStages) {
        Map<String, String> stages = new LinkedHashMap<>();
        for (int index = 0; index < outcomesAndStages.length; index += 2) {
            stages.put(outcomesAndStages[index], outcomesAndStages[index + 1]);
        }
        return Collections.unmodifiableMap(stages);
    }

    /**
     * Returns what each outcome becomes, for the plan.
     *
     * @param outcomes the stage that each outcome is proposed to be in
     */
    ValueMap valueMap(String map, Map<String, String> outcomes) {
        Map<String, String> entries = new LinkedHashMap<>();
        outcomes.forEach((outcome, stage) -> entries.put(outcome, pipeline.found(stage)));
        return new ValueMap(map, List.of(), entries);
    }

    /** Sets the stage of the outcome that an expression gives. */
    void addTo(Fields fields, String map, Map<String, String> outcomes, String outcome) {
        pipeline.schema(outcomes.values()).forEach(fields::needs);
        fields.set(STAGE, pipeline.mapped(map, outcome));
    }
}
