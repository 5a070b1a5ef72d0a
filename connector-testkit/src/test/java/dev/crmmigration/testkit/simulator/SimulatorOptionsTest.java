package dev.crmmigration.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SimulatorOptionsTest {

    @Test
    void keepsTheTokenOutOfItsText() {
        SimulatorOptions options = SimulatorOptions.builder()
                .token("secret")
                .setting("plan", "lite")
                .build();

        assertThat(options).hasToString("SimulatorOptions[port=0, seed=1, settings={plan=lite}]");
    }

    @Test
    void refusesWhatCannotWork() {
        assertThatThrownBy(() -> SimulatorOptions.builder().port(70_000).build())
                .hasMessage("port must be from 0 to 65535 but was 70000");
        assertThatThrownBy(() -> SimulatorOptions.builder().token(" ").build()).hasMessage("token must not be blank");
    }
}
