package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.engine.Acceptance;
import dev.crmmigration.engine.Approval;
import dev.crmmigration.engine.Cutover;
import dev.crmmigration.engine.Drift;
import dev.crmmigration.engine.Freeze;
import dev.crmmigration.engine.Grade;
import dev.crmmigration.engine.Plan;
import dev.crmmigration.engine.PrepareReport;
import dev.crmmigration.engine.Profile;
import dev.crmmigration.engine.Reconciliation;
import dev.crmmigration.engine.RehearsalReport;
import dev.crmmigration.engine.RepairReport;
import dev.crmmigration.engine.RollbackReport;
import dev.crmmigration.engine.RunReport;
import dev.crmmigration.engine.SampleReport;
import dev.crmmigration.engine.StepResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reports of steps that ended before there was anything to report. */
final class Unfinished {

    private Unfinished() {}

    static Profile profile(StepResult result) {
        return new Profile(result, 1, List.of(), List.of(), 0, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    static Plan plan(StepResult result) {
        return new Plan(
                result,
                "",
                false,
                List.of(),
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Duration.ZERO,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Grade.NONE);
    }

    static Approval approval(StepResult result, String by, Instant at) {
        return new Approval(result, "", "", by, at);
    }

    static PrepareReport prepare(StepResult result) {
        return new PrepareReport(result, List.of(), List.of(), Map.of(), 0);
    }

    static SampleReport sample(StepResult result) {
        return new SampleReport(result, "", 0, 0, List.of(), List.of(), Optional.empty());
    }

    static RehearsalReport rehearsal(StepResult result) {
        return new RehearsalReport(
                result,
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                List.of(),
                Optional.empty());
    }

    static RunReport run(StepResult result) {
        return new RunReport(
                result, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), 0, List.of(),
                List.of(), Map.of());
    }

    static Freeze freeze(StepResult result) {
        return new Freeze(result, "", Instant.EPOCH, Optional.empty(), List.of());
    }

    static Cutover cutover(StepResult result, String by) {
        return new Cutover(
                result,
                by,
                Optional.empty(),
                "",
                "",
                Optional.empty(),
                0,
                Optional.empty(),
                0,
                Optional.empty(),
                0,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    static Acceptance acceptance(StepResult result) {
        return new Acceptance(result, "", Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, 0, 0);
    }

    static Drift drift(StepResult result) {
        return new Drift(
                result, Instant.EPOCH, Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), List.of());
    }

    static RepairReport repair(StepResult result) {
        return new RepairReport(result, Map.of(), List.of());
    }

    static Reconciliation reconciliation(StepResult result) {
        return new Reconciliation(
                result, false, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    static RollbackReport rollback(StepResult result) {
        return new RollbackReport(
                result, false, 0, 0, 0, List.of(), List.of(), List.of(), 0, List.of(), List.of(), List.of());
    }
}
