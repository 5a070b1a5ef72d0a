package dev.crmmigration.connector.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.catalog.PlatformNote;
import dev.crmmigration.api.catalog.PlatformNote.Counted;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.AutomationEquivalent;
import dev.crmmigration.api.destination.AutomationEquivalent.Part;
import dev.crmmigration.api.destination.Tariff;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.record.ObjectType;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is known of an account that nobody has asked. */
class GuideTest {

    private static final PipedriveDestination PIPEDRIVE = new PipedriveDestination();

    private static Settings plan(String plan, String seats) {
        return Settings.of("plan", plan).with("seats", seats);
    }

    @Test
    void pricesAnAccountByPlanAndSeats_withoutAWayIntoIt() {
        Tariff tariff = PIPEDRIVE.tariff(plan("premium", "3")).orElseThrow();

        assertThat(tariff.pricing().allowances())
                .filteredOn(Allowance::daily)
                .extracting(Allowance::units)
                .containsExactly(450_000L);
        assertThat(tariff.account().object(ObjectType.of("person")))
                .hasValueSatisfying(person -> assertThat(person.field("marketing_status"))
                        .as("also what only some accounts have")
                        .isPresent());
        assertThat(tariff.account().users()).isEmpty();
    }

    @Test
    void allowsAnAppMoreCallsAtOnce() {
        Settings app = plan("growth", "1")
                .with("oauthClientId", "id")
                .secret("oauthClientSecret", "secret")
                .secret("oauthRefreshToken", "token");

        assertThat(burst(app)).isEqualTo(4 * burst(plan("growth", "1")));
    }

    private static long burst(Settings settings) {
        return PIPEDRIVE.tariff(settings).orElseThrow().pricing().allowances().stream()
                .filter(allowance -> allowance.name().equals(PipedrivePricing.BURST))
                .mapToLong(Allowance::units)
                .sum();
    }

    @Test
    void refusesAPlanThatIsUnknown() {
        assertThatThrownBy(() -> PIPEDRIVE.tariff(plan("gold", "1")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("setting 'plan' must be one of");
    }

    @Test
    void limitsAutomationsAndCustomFieldsByPlan() {
        assertThat(limit("lite", Counted.AUTOMATIONS)).containsExactly(0L);
        assertThat(limit("growth", Counted.AUTOMATIONS)).containsExactly(50L);
        assertThat(limit("ultimate", Counted.CUSTOM_FIELDS)).containsExactly(500L);
        assertThat(PIPEDRIVE.notes(plan("growth", "1")))
                .allSatisfy(note -> assertThat(note.source()).containsIgnoringCase("read 2026"));
    }

    private static List<Long> limit(String plan, Counted what) {
        return PIPEDRIVE.notes(plan(plan, "1")).stream()
                .filter(note -> note.counted() == what)
                .map(PlatformNote::limit)
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .toList();
    }

    @Test
    void saysWhatTakesThePlaceOfEveryPart_andWhereThatIsWritten() {
        assertThat(PIPEDRIVE.equivalents())
                .extracting(AutomationEquivalent::part)
                .contains(Part.TRIGGER, Part.CONDITION, Part.ACTION);
        assertThat(PIPEDRIVE.equivalents()).allSatisfy(equivalent -> {
            assertThat(equivalent.words()).isNotEmpty().allMatch(word -> word.equals(word.toLowerCase(Locale.ROOT)));
            assertThat(equivalent.source()).contains("support.pipedrive.com");
        });
    }
}
