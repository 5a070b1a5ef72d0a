package dev.crmmigration.connector.profi.pipedrive;

import static dev.crmmigration.connector.profi.pipedrive.Account.DEAL;
import static dev.crmmigration.connector.profi.pipedrive.Export.ENROLLMENT;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.record.ObjectType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pipelines that deals go to: one for all, or one for each type of package; the stages are the statuses. */
final class Stages {

    private static final String OWN = "Profi packages";

    private final Account account;
    private final List<String> types;
    private final String pipeline;
    private final boolean keeps;

    Stages(Export export, Account account) {
        this.account = account;
        boolean perType = export.chose(Choices.PIPELINES, "perType");
        this.types = perType ? export.distinct(ENROLLMENT, "package_type") : List.of();
        this.pipeline = perType || export.chose(Choices.PIPELINES, "one") ? OWN : export.answer(Choices.PIPELINES);
        this.keeps = !pipeline.equals(OWN) && !account.stages(pipeline).isEmpty();
    }

    /** Returns the expression of the stage of an enrollment. */
    String stage() {
        StringBuilder stage = new StringBuilder("case(");
        pipelines()
                .forEach((type, name) -> EnrollmentText.STATUSES.forEach(status -> stage.append(test(type, status))
                        .append(" => ")
                        .append(Export.text(name + " / " + found(name, status)))
                        .append(", ")));
        return stage.append("else => null)").toString();
    }

    private static String test(String type, String status) {
        return type.isEmpty()
                ? EnrollmentText.is(status)
                : "and(eq(package_type, " + Export.text(type) + "), " + EnrollmentText.is(status) + ")";
    }

    /** In a pipeline of the customer's that lacks a stage its first one counts. */
    private String found(String name, String status) {
        List<String> existing = keeps ? account.stages(name) : List.of();
        return existing.isEmpty() || existing.contains(status) ? status : existing.get(0);
    }

    /** Returns the pipelines by type of package; the one for all others comes last, under empty text. */
    private Map<String, String> pipelines() {
        Map<String, String> pipelines = new LinkedHashMap<>();
        types.forEach(type -> pipelines.put(type, "Profi " + type.replace('_', ' ')));
        pipelines.put("", pipeline);
        return pipelines;
    }

    /** Returns what the account needs; nothing of a pipeline of the customer's is changed. */
    List<SchemaElement> schema() {
        if (keeps) {
            return List.of();
        }
        ObjectType deal = ObjectType.of(DEAL);
        List<SchemaElement> elements = new ArrayList<>();
        pipelines().values().forEach(name -> {
            elements.add(SchemaElement.pipeline(deal, name));
            EnrollmentText.STATUSES.forEach(stage -> elements.add(SchemaElement.stage(deal, "stage_id", name, stage)));
        });
        return elements;
    }
}
