package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.testkit.simulator.Simulator;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PipedriveSettingsTest {

    @Test
    void namesEverythingThatIsWrong() {
        assertThatThrownBy(() -> PipedriveSettings.of(
                        Map.of("plan", "gold", "limits", "maybe", "seats", "-1", "lag", "soon", "color", "red")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        simulator 'pipedrive' has 5 invalid setting(s):
                         - limits must be one of [on, off] but was 'maybe'
                         - seats must be a whole number from 0 but was '-1'
                         - plan must be lite, growth, premium or ultimate but was 'gold'
                         - lag must be an ISO-8601 duration such as PT30S but was 'soon'
                         - color is not a setting""");
    }

    @Test
    void isFoundByItsPlatform() {
        assertThat(Simulator.of("pipedrive")).containsInstanceOf(PipedriveSimulator.class);
    }
}
