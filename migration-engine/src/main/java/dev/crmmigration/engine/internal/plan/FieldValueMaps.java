package dev.crmmigration.engine.internal.plan;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.internal.matching.Match.OptionMatch;
import dev.crmmigration.engine.internal.matching.OptionMatcher;
import dev.crmmigration.engine.internal.matching.Tier;
import dev.crmmigration.engine.internal.plan.PlanDocument.ValueMapEntry;
import dev.crmmigration.engine.internal.snapshot.FieldValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The value maps of fields that go to pick-lists: what is sure is filled in, the rest is asked. */
final class FieldValueMaps {

    private final Catalog account;
    private final FieldValues values;
    private final Optional<PlanDocument> known;
    private final OptionMatcher matcher = new OptionMatcher();

    FieldValueMaps(Catalog account, FieldValues values, Optional<PlanDocument> known) {
        this.account = account;
        this.values = values;
        this.known = known;
    }

    List<ValueMapEntry> of(List<FieldEntry> entries, CompiledPlan plan) {
        List<ValueMapEntry> maps = new ArrayList<>();
        for (FieldEntry entry : entries) {
            plan.rules().stream()
                    .filter(rule -> CompiledPlan.carries(rule, entry) && FieldRules.isMapped(entry, account, rule.to()))
                    .findFirst()
                    .ifPresent(rule -> maps.add(map(entry, rule.to())));
        }
        return maps;
    }

    private ValueMapEntry map(FieldEntry entry, ObjectType to) {
        List<String> targets = account.object(to).stream()
                .flatMap(object -> object.named(entry.target()).stream())
                .flatMap(field -> field.options().stream())
                .map(Option::path)
                .toList();
        Map<String, String> becomes = new LinkedHashMap<>();
        List<String> found = values.distinct(ObjectType.of(entry.object()), entry.field());
        for (OptionMatch match : matcher.match(found, targets)) {
            if (match.tier() == Tier.AUTO) {
                becomes.put(match.option(), match.target().orElseThrow());
            }
        }
        known.stream()
                .flatMap(plan -> plan.valueMaps().stream())
                .filter(map -> map.name().equals(entry.name()))
                .flatMap(map -> map.entries().entrySet().stream())
                .filter(made -> made.getValue().isEmpty() || targets.contains(made.getValue()))
                .forEach(made -> becomes.put(made.getKey(), made.getValue()));
        return new ValueMapEntry(entry.name(), targets, becomes);
    }
}
