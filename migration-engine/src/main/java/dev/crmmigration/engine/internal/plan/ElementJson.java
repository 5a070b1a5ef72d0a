package dev.crmmigration.engine.internal.plan;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.engine.internal.report.Json;

/** An element of the schema as one line of JSON, as the journal keeps it. */
public final class ElementJson {

    private ElementJson() {}

    public static String write(SchemaElement element) {
        return Json.compact(PartJson.write(element));
    }

    public static SchemaElement read(String text) {
        return PartJson.element(new PlanNode(Json.own(text), ""));
    }
}
