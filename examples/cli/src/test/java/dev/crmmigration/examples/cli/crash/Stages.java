package dev.crmmigration.examples.cli.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.Report;
import dev.crmmigration.engine.StepResult;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** A migration as it stands before each step, and what the account holds after it when nothing goes wrong. */
final class Stages {

    /** The steps that touch the account. */
    enum Step {
        PREPARE(Migration::prepare),
        RUN(Migration::run),
        VERIFY(Migration::verify),
        ROLLBACK(Migration::rollback);

        @SuppressWarnings("ImmutableEnumChecker") // references to methods
        private final Function<Migration, Report> call;

        Step(Function<Migration, Report> call) {
            this.call = call;
        }

        String command() {
            return name().toLowerCase(Locale.ROOT);
        }

        Report on(Migration migration) {
            return call.apply(migration);
        }
    }

    private final Path folder;
    private final Platform platform;
    private final Map<Step, Truth> after = new EnumMap<>(Step.class);

    Stages(Path folder, Platform platform) {
        this.folder = folder;
        this.platform = platform;
        Path last = folder.resolve("approved");
        try (Rig rig = Rig.fresh(last, platform);
                Migration migration = rig.open()) {
            migration.extract();
            assertThat(migration.plan().questions()).isEmpty();
            migration.approve("ops@acme.example");
            rig.administer();
        }
        for (Step step : Step.values()) {
            Rig.copy(last, before(step));
            last = folder.resolve("after-" + step);
            try (Rig rig = Rig.fork(before(step), last, platform);
                    Migration migration = rig.open()) {
                assertThat(step.on(migration).result()).isEqualTo(StepResult.COMPLETE);
                after.put(step, rig.truth());
            }
        }
    }

    Platform platform() {
        return platform;
    }

    /** Starts an account and a migration before a step. */
    Rig fork(Step step, Path to) {
        return Rig.fork(before(step), to, platform);
    }

    /** Returns the stage from which a step starts. */
    Path before(Step step) {
        return folder.resolve("before-" + step);
    }

    /** Returns what the account holds when a step has done its work. */
    Truth after(Step step) {
        Truth truth = after.get(step);
        if (truth == null) {
            throw new IllegalArgumentException("no stage " + step);
        }
        return truth;
    }
}
