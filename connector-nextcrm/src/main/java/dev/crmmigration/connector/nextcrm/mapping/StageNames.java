package dev.crmmigration.connector.nextcrm.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The stages of NextCRM in their order; an installation without any gets one. */
public final class StageNames {

    /** What an opportunity without a stage or type counts as. */
    public static final String NOT_GIVEN = "not given";

    private StageNames() {}

    public static List<String> of(Business business) {
        List<String> stages = business.options("opportunity", "stage");
        return stages.isEmpty() ? List.of("New") : stages;
    }

    /** Returns the probability of each stage in percent, of those that have one. */
    public static Map<String, String> probabilities(Business business) {
        Map<String, String> percents = new LinkedHashMap<>();
        business.columns("opportunity").stream()
                .filter(field -> field.key().equals("stage"))
                .flatMap(field -> field.options().stream())
                .forEach(stage ->
                        stage.probability().ifPresent(percent -> percents.put(stage.label(), String.valueOf(percent))));
        return percents;
    }

    /** Returns every stage as its own, and the first for opportunities without any. */
    public static Map<String, String> each(Business business) {
        Map<String, String> map = new LinkedHashMap<>();
        of(business).forEach(stage -> map.put(stage, stage));
        map.put(NOT_GIVEN, of(business).get(0));
        return map;
    }
}
