package dev.crmmigration.connector.profi.pipedrive;

import static dev.crmmigration.connector.profi.mapping.Export.ENROLLMENT;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.STAGE;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.connector.profi.mapping.EnrollmentText;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Expressions;
import dev.crmmigration.toolkit.mapping.Pipeline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pipelines that deals go to: one for all, or one for each type of package; the stages are the statuses. */
final class Stages {

    private static final String OWN = "Profi packages";

    /** The pipelines by type of package; the one for all others comes last, under empty text. */
    private final Map<String, Pipeline> pipelines = new LinkedHashMap<>();

    Stages(Export export, DestinationView account) {
        boolean perType = export.chose(Choices.PIPELINES, "perType");
        List<String> types = perType ? export.distinct(ENROLLMENT, "package_type") : List.of();
        types.forEach(type -> pipelines.put(type, ours("Profi " + type.replace('_', ' '))));
        String answer = export.answer(Choices.PIPELINES);
        boolean ours = perType || answer.equals("one") || answer.equals(OWN);
        pipelines.put("", ours ? ours(OWN) : Pipeline.named(account, STAGE, answer, EnrollmentText.STATUSES));
    }

    private static Pipeline ours(String name) {
        return Pipeline.ours(STAGE, name, EnrollmentText.STATUSES);
    }

    /** Returns the expression of the stage of an enrollment. */
    String stage() {
        StringBuilder stage = new StringBuilder("case(");
        pipelines.forEach((type, pipeline) -> EnrollmentText.STATUSES.forEach(status -> stage.append(test(type, status))
                .append(" => ")
                .append(pipeline.stage(status))
                .append(", ")));
        return stage.append("else => null)").toString();
    }

    private static String test(String type, String status) {
        return type.isEmpty()
                ? EnrollmentText.is(status)
                : "and(eq(package_type, " + Expressions.text(type) + "), " + EnrollmentText.is(status) + ")";
    }

    /** Returns what the account needs. */
    List<SchemaElement> schema() {
        return pipelines.values().stream()
                .flatMap(pipeline -> pipeline.schema().stream())
                .toList();
    }
}
