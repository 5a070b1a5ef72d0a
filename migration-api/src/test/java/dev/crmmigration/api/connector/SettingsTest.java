package dev.crmmigration.api.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.error.ConfigurationException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final List<Setting> KNOWN = List.of(
            Setting.required("baseUrl", "where the account is"),
            Setting.secret("apiToken", "the token of an administrator"),
            Setting.optional("plan", "the plan of the account", "growth"),
            Setting.optional("seats", "how many seats it has"));

    @Test
    void fillsInDefaults_andMakesSecretsOfPlainSettings() {
        Settings given = Settings.of("baseUrl", "https://acme.example.com").with("apiToken", "t0ken");

        Settings checked = given.checked("shop", KNOWN);

        assertThat(checked.values()).isEqualTo(Map.of("baseUrl", "https://acme.example.com", "plan", "growth"));
        assertThat(checked.secret("apiToken")).contains(Secret.of("t0ken"));
        assertThat(checked.get("seats")).isEmpty();
    }

    @Test
    void keepsWhatIsGiven_whenThereIsADefault() {
        Settings given = Settings.of(Map.of("baseUrl", "u", "plan", "lite")).secret("apiToken", "t0ken");

        assertThat(given.checked("shop", KNOWN).get("plan")).contains("lite");
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        assertThatThrownBy(
                        () -> Settings.of("bseUrl", "https://acme.example.com").checked("shop", KNOWN))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        wrong -> assertThat(wrong.problems())
                                .containsExactly(
                                        "setting 'bseUrl' is not known. Known are apiToken, baseUrl, plan, seats",
                                        "setting 'baseUrl' is required but missing: where the account is",
                                        "setting 'apiToken' is required but missing: the token of an administrator"))
                .hasMessageStartingWith("connector 'shop' has 3 problem(s):\n - setting 'bseUrl'")
                .hasMessageNotContaining("acme");
    }

    @Test
    void replacesASettingOfTheSameName_andLeavesTheOldOnesAlone() {
        Settings before = Settings.of("plan", "lite");

        assertThat(before.with("plan", "growth").get("plan")).contains("growth");
        assertThat(before.get("plan")).contains("lite");
        assertThat(Settings.none().values()).isEmpty();
    }

    @Test
    void showsNoValueAndNoSecret() {
        Settings settings = Settings.of("plan", "lite").secret("apiToken", "t0ken");

        assertThat(settings).hasToString("Settings[[plan], secrets [apiToken]]");
        assertThat(settings.values()).doesNotContainKey("apiToken");
        assertThat(Secret.of("t0ken")).hasToString("***").isNotEqualTo(Secret.of("other"));
        assertThat(Secret.of("t0ken").reveal()).isEqualTo("t0ken");
    }
}
