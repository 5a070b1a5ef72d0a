package dev.crmmigration.connector.profi.freshsales;

import static dev.crmmigration.connector.profi.mapping.Export.SESSION;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.STAGE;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.profi.mapping.EnrollmentText;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.connector.profi.mapping.SessionText;
import dev.crmmigration.toolkit.mapping.AccountPipeline;
import dev.crmmigration.toolkit.mapping.DestinationView;
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
    private final AccountPipeline pipeline;

    Pipelines(Export export, DestinationView account) {
        this.export = export;
        this.pipeline = new AccountPipeline(account, STAGE, export.answer(Choices.PIPELINE), UNNAMED);
    }

    /** Returns, over a session, its stage. */
    String ofSession() {
        String status = SessionText.status();
        String key = perType()
                ? "join(\" \", related(enrollment, on: $id, equals: enrollment_id, each: package_type), " + status + ")"
                : status;
        return pipeline.mapped(SESSION_STAGE, key);
    }

    /** Returns, over an enrollment, its stage. */
    String ofPackage() {
        return pipeline.mapped(PACKAGE_STAGE, EnrollmentText.status());
    }

    /** What is booked waits; what is over is won or lost; what was moved goes on with its successor. */
    ValueMap sessionStages() {
        Map<String, String> byStatus = new LinkedHashMap<>();
        List.of("requested", "scheduled", "confirmed", "rescheduled")
                .forEach(open -> byStatus.put(open, pipeline.found(SCHEDULED)));
        byStatus.put("completed", pipeline.found("Won"));
        byStatus.put("cancelled", pipeline.found("Lost"));
        byStatus.put("no_show", pipeline.found("Lost"));
        Map<String, String> entries = new LinkedHashMap<>(byStatus);
        if (perType()) {
            export.distinct(Export.ENROLLMENT, "package_type")
                    .forEach(type -> byStatus.forEach((status, stage) -> entries.put(type + " " + status, stage)));
        }
        return new ValueMap(SESSION_STAGE, List.of(), entries);
    }

    ValueMap packageStages() {
        Map<String, String> entries = new LinkedHashMap<>();
        List.of("Pending", "Active", "Paused").forEach(open -> entries.put(open, pipeline.found(SCHEDULED)));
        entries.put("Completed", pipeline.found("Won"));
        entries.put("Expired", pipeline.found("Won"));
        entries.put("Cancelled", pipeline.found("Lost"));
        return new ValueMap(PACKAGE_STAGE, List.of(), entries);
    }

    /** Returns what the account needs; what it lacks an administrator has to make. */
    List<SchemaElement> schema() {
        return pipeline.schema(List.of(SCHEDULED, "Won", "Lost"));
    }

    private boolean perType() {
        return export.chose(Choices.STAGES_PER, "packageType") && export.has(Export.ENROLLMENT) && export.has(SESSION);
    }
}
