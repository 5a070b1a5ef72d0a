package dev.crmmigration.engine.internal.plan;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.catalog.SchemaKind;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.Plan;
import dev.crmmigration.engine.internal.plan.PipelineEntry.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Shows the pipelines as the account will have them: those of one name are one. */
final class PipelineViews {

    private final Catalog account;
    private final Function<ObjectType, Map<String, Map<String, Long>>> counts;

    /** @param counts returns how many records of an object have which status, by {@code pipeline / stage} */
    PipelineViews(Catalog account, Function<ObjectType, Map<String, Map<String, Long>>> counts) {
        this.account = account;
        this.counts = counts;
    }

    List<Plan.PipelineView> of(List<PipelineEntry> entries) {
        Map<List<String>, List<PipelineEntry>> byName = new LinkedHashMap<>();
        entries.forEach(
                entry -> byName.computeIfAbsent(List.of(entry.object().name(), entry.name()), key -> new ArrayList<>())
                        .add(entry));
        List<Plan.PipelineView> views = new ArrayList<>();
        byName.values().forEach(same -> views.add(view(same)));
        return views;
    }

    private Plan.PipelineView view(List<PipelineEntry> same) {
        PipelineEntry first = same.get(0);
        Map<String, List<Stage>> stages = new LinkedHashMap<>();
        same.forEach(entry -> entry.stages()
                .forEach(stage -> stages.computeIfAbsent(stage.name(), name -> new ArrayList<>())
                        .add(stage)));
        List<Plan.StageView> views = new ArrayList<>();
        stages.forEach((name, all) -> views.add(stage(first, name, all)));
        return new Plan.PipelineView(
                first.object().name(),
                first.name(),
                ExistingSchema.has(account, first.schema().get(0)),
                first.probability(),
                views);
    }

    private Plan.StageView stage(PipelineEntry pipeline, String name, List<Stage> same) {
        Set<String> values = new LinkedHashSet<>();
        same.forEach(stage -> values.addAll(stage.values()));
        Map<String, Long> statuses =
                counts.apply(pipeline.object()).getOrDefault(pipeline.name() + " / " + name, Map.of());
        Map<String, Long> known = new TreeMap<>(statuses);
        known.remove("");
        return new Plan.StageView(
                name,
                ExistingSchema.has(account, element(pipeline, name)),
                same.stream().flatMap(stage -> stage.probability().stream()).findFirst(),
                List.copyOf(values),
                statuses.values().stream().mapToLong(Long::longValue).sum(),
                known);
    }

    private static SchemaElement element(PipelineEntry pipeline, String stage) {
        return pipeline.schema().stream()
                .filter(element -> element.kind() == SchemaKind.STAGE)
                .filter(element -> element.label().equals(stage))
                .findFirst()
                .orElseGet(() -> SchemaElement.stage(pipeline.object(), pipeline.field(), pipeline.name(), stage));
    }
}
