package dev.crmmigration.examples.cli.everything;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.StepResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 32})
    void areNeverExceeded_howeverManyCallsAreUnderWay(int calls) {
        try (PipedriveRig rig = new PipedriveRig(20 + calls, Map.of("plan", "lite", "seats", "1"));
                Migration migration =
                        rig.open(new Practice(40), folder, Map.of("concurrency", String.valueOf(calls)))) {
            PipedriveRig.prepare(migration);

            assertThat(migration.run().result()).isEqualTo(StepResult.COMPLETE);
            assertThat(migration.verify().result()).isEqualTo(StepResult.COMPLETE);
            assertThat(rig.violations()).isZero();
            assertThat(rig.passed())
                    .as("a lite account takes ten calls a second")
                    .isGreaterThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void letARunGoOnForTwentyDays_asIfItHadNotStopped() throws InterruptedException {
        Practice practice = new Practice(500);
        Map<String, String> account = Map.of("plan", "growth", "seats", "1", "dailyBudget", "800");
        try (PipedriveRig rig = new PipedriveRig(30, account);
                Migration migration = rig.open(practice, folder, Map.of())) {
            migration.extract();
            rig.parks(() -> migration.plan().result());
            rig.parks(() -> migration.approve("ops@acme.example").result());
            rig.parks(() -> migration.prepare().result());

            int parks = rig.parks(() -> migration.run().result());

            assertThat(parks).isGreaterThanOrEqualTo(20);
            assertThat(rig.passed()).isGreaterThanOrEqualTo(Duration.ofDays(20));
            rig.parks(() -> migration.verify().result());
            assertThat(rig.violations()).isZero();
            assertThat(rig.state().path("persons")).hasSize(practice.count("contact"));
            assertThat(rig.state().path("deals")).hasSize(practice.count("opportunity"));
            assertThat(rig.state().path("activities")).hasSize(practice.count("visit"));
        }
    }
}
