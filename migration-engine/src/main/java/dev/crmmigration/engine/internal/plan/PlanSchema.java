package dev.crmmigration.engine.internal.plan;

import dev.crmmigration.engine.Plan;
import dev.crmmigration.engine.internal.store.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON Schema of plan.json, which is a part of the engine. */
final class PlanSchema {

    private PlanSchema() {}

    static String text() {
        try (InputStream in = Plan.class.getResourceAsStream(Workspace.PLAN_SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException("the jar of the engine has no " + Workspace.PLAN_SCHEMA);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + Workspace.PLAN_SCHEMA + " of the engine's jar", e);
        }
    }
}
