package dev.crmmigration.connector.profi.freshsales;

import static dev.crmmigration.connector.profi.mapping.Export.SESSION;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.DEAL;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.STAGE;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.profi.mapping.EnrollmentText;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.connector.profi.mapping.SessionText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Expressions;
import dev.crmmigration.toolkit.mapping.Pipeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pipeline of deals, and which of its stages a session or a package is in. */
final class Pipelines {

    private static final String SESSION_STAGE = "sessionStage";
    private static final String PACKAGE_STAGE = "packageStage";
    private static final String SCHEDULED = "Appointment Scheduled";
    private static final String UNNAMED = "Profi";

    private final Export export;
    private final String name;
    private final List<String> stages;

    Pipelines(Export export, DestinationView account) {
        this.export = export;
        this.name = name(export, account);
        this.stages = account.stages(DEAL, STAGE, name);
    }

    private static String name(Export export, DestinationView account) {
        String answer = export.answer(Choices.PIPELINE);
        return answer.equals(Choices.FIRST)
                ? account.pipelines(DEAL, STAGE).stream().findFirst().orElse(UNNAMED)
                : answer;
    }

    /** Returns, over a session, its stage. */
    String ofSession() {
        String status = SessionText.status();
        String key = perType()
                ? "join(\" \", related(enrollment, on: $id, equals: enrollment_id, each: package_type), " + status + ")"
                : status;
        return inPipeline(SESSION_STAGE, key);
    }

    /** Returns, over an enrollment, its stage. */
    String ofPackage() {
        return inPipeline(PACKAGE_STAGE, EnrollmentText.status());
    }

    private String inPipeline(String map, String key) {
        return "concat(" + Expressions.text(name + " / ") + ", map(" + Expressions.text(map) + ", " + key + "))";
    }

    /** What is booked waits; what is over is won or lost; what was moved goes on with its successor. */
    ValueMap sessionStages() {
        Map<String, String> byStatus = new LinkedHashMap<>();
        List.of("requested", "scheduled", "confirmed", "rescheduled").forEach(open -> byStatus.put(open, SCHEDULED));
        byStatus.put("completed", found("Won"));
        byStatus.put("cancelled", found("Lost"));
        byStatus.put("no_show", found("Lost"));
        Map<String, String> entries = new LinkedHashMap<>(byStatus);
        if (perType()) {
            export.distinct(Export.ENROLLMENT, "package_type")
                    .forEach(type -> byStatus.forEach((status, stage) -> entries.put(type + " " + status, stage)));
        }
        return new ValueMap(SESSION_STAGE, List.of(), entries);
    }

    ValueMap packageStages() {
        Map<String, String> entries = new LinkedHashMap<>();
        List.of("Pending", "Active", "Paused").forEach(open -> entries.put(open, SCHEDULED));
        entries.put("Completed", found("Won"));
        entries.put("Expired", found("Won"));
        entries.put("Cancelled", found("Lost"));
        return new ValueMap(PACKAGE_STAGE, List.of(), entries);
    }

    /** Returns what the account needs; what it lacks an administrator has to make. */
    List<SchemaElement> schema() {
        List<String> wanted = new ArrayList<>(List.of(SCHEDULED, found("Won"), found("Lost")));
        return Pipeline.ours(STAGE, name, wanted).schema();
    }

    private String found(String stage) {
        return stages.stream().filter(stage::equalsIgnoreCase).findFirst().orElse(stage);
    }

    private boolean perType() {
        return export.chose(Choices.STAGES_PER, "packageType") && export.has(Export.ENROLLMENT) && export.has(SESSION);
    }
}
