package dev.crmmigration.examples.benchmarks;

import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.StepResult;
import java.nio.file.Path;

/** A migration of the benchmark's data, and the check that its steps reach their ends. */
final class BenchmarkMigration {

    private BenchmarkMigration() {}

    static Migration open(Path workspace, BenchmarkData data, Account account) {
        return Migration.builder()
                .workspace(workspace)
                .source(new BenchmarkSource(data), Settings.none())
                .destination(new BenchmarkDestination(account), Settings.none())
                .mappings(BenchmarkMapping.all())
                .build();
    }

    /** Goes all the way to a destination that is ready. */
    static void ready(Migration migration) {
        check("extract", migration.extract().result());
        check("plan", migration.plan().result());
        migration.approve("ops@customers.example");
        check("prepare", migration.prepare().result());
    }

    static void check(String step, StepResult result) {
        if (result.completion() != Completion.COMPLETE) {
            throw new IllegalStateException(step + " ended " + result);
        }
    }
}
