package dev.crmmigration.examples.embedding;

import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.Plan;
import dev.crmmigration.engine.Reconciliation;
import dev.crmmigration.engine.RunReport;
import java.nio.file.Path;

/** The engine inside an application: the example of the README, which a test compares with this file. */
public final class Embedding {

    private Embedding() {}

    /** Migrates the export of a Kartra account to a Pipedrive account, and says how it went. */
    static String migrate(Path workspace, Path exports, String url, String token) {
        // README: begin
        try (Migration migration = Migration.builder()
                .workspace(workspace)
                .source("kartra", Settings.of("export", exports.toString()))
                .destination("pipedrive", Settings.of("baseUrl", url).secret("apiToken", token))
                .policy("defaultOwner", "admin@acme.example")
                .policy("automationsPaused", "none")
                .build()) {
            migration.extract(); // reads the files once, into the workspace
            Plan plan = migration.plan(); // proposes plan.json: what becomes of what, and what it costs
            if (!plan.questions().isEmpty()) {
                return "answer the questions in " + migration.planFile();
            }
            migration.approve("ops@acme.example");
            migration.prepare(); // makes fields, labels and pipelines
            RunReport run = migration.run(); // writes each record once; killed, it goes on where it stood
            Reconciliation proof = migration.verify(); // reads everything back
            return run.result().completion() + ", " + (proof.closed() ? "everything closes" : "something is missing");
        }
        // README: end
    }
}
