package dev.crmmigration.engine.internal.plan;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.engine.internal.report.Json;
import dev.crmmigration.engine.internal.value.Sha256;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an approval binds: the decisions, the functions with their versions, and the schema that the plan names. */
public final class Fingerprint {

    private Fingerprint() {}

    /**
     * Marks the decisions of a plan together with the functions that carry them out. An owner about whom nothing was decided
     * is no decision, so that a new one in the data asks for no new approval.
     */
    static String of(PlanDocument plan, Map<String, Integer> functions) {
        return Sha256.of(Json.compact(PlanJson.write(plan.withDecisionsOnly())) + "\n" + new TreeMap<>(functions));
    }

    /**
     * Describes the fields of the account that a plan writes and that are there already, a line each. Another field, or a
     * new option, does not change the lines that are there.
     */
    static Set<String> footprint(CompiledPlan plan, Catalog account) {
        TreeSet<String> lines = new TreeSet<>();
        plan.targets()
                .forEach((object, names) -> account.object(object)
                        .ifPresent(known -> names.forEach(
                                name -> known.named(name).ifPresent(field -> lines.add(line(known, field))))));
        return lines;
    }

    private static String line(ObjectDescription object, FieldDescription field) {
        return object.type() + " " + field.key() + " " + field.type() + " " + field.access();
    }
}
