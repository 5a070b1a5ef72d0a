package dev.crmmigration.connector.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.catalog.Capacity;
import dev.crmmigration.api.catalog.Capacity.Counted;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.catalog.SchemaKind;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.Preflight;
import dev.crmmigration.api.destination.Preflight.Finding;
import dev.crmmigration.api.destination.Preflight.Level;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found out about an account before anything is written. */
class PreflightTest {

    private static final ObjectType DEAL = ObjectType.of("deal");

    private SimulatedAccount account = SimulatedAccount.start();

    @AfterEach
    void close() {
        account.close();
    }

    private void restart(String... settings) {
        account.close();
        account = SimulatedAccount.start(settings);
    }

    private static Finding finding(Preflight preflight, String code) {
        return preflight.findings().stream()
                .filter(finding -> finding.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private Finding finding(String code) {
        return finding(account.session.preflight(), code);
    }

    @Test
    void findsNothingInTheWay_andChangesNothing() {
        Set<String> before = account.session.schema().keys();

        Preflight preflight = account.session.preflight();

        assertThat(preflight.blockers()).isEmpty();
        assertThat(preflight.findings())
                .extracting(Finding::code)
                .containsExactly(
                        "ADMIN",
                        "CURRENCY",
                        "CONTACT_SYNC",
                        "CAMPAIGNS",
                        "DEAL_PROBABILITY",
                        "LEADS",
                        "PRODUCTS",
                        "VISIBILITY",
                        "PLAN");
        assertThat(account.session.schema().keys()).isEqualTo(before);
        assertThat(account.all("organization")).isEmpty();
    }

    @Test
    void saysWhatAUserWhoIsNoAdminCannotDo() {
        assertThat(finding("ADMIN").level()).isEqualTo(Level.OK);
        restart("admin", "off");

        Finding finding = finding("ADMIN");

        assertThat(finding.level()).isEqualTo(Level.NOTE);
        assertThat(finding.message())
                .startsWith(
                        "The token's user is no admin of account settings and deals. Custom fields, options, pipelines,"
                                + " stages and activity types become instructions for an admin; notes in the name of other users"
                                + " are refused;");
    }

    @ParameterizedTest
    @CsvSource({"contactSync,CONTACT_SYNC", "campaigns,CAMPAIGNS"})
    void tellsWhetherAFeatureIsThere(String setting, String code) {
        assertThat(finding(code).level()).isEqualTo(Level.NOTE);
        restart(setting, "on");
        assertThat(finding(code).level()).isEqualTo(Level.OK);
    }

    @Test
    void namesThePipelinesWithDealProbability() {
        assertThat(finding("DEAL_PROBABILITY").level()).isEqualTo(Level.NOTE);
        account.session.schema().ensure(PipedriveSchemaEditorTest.withProbability("Coaching"), Set.of());

        assertThat(finding("DEAL_PROBABILITY"))
                .isEqualTo(Finding.ok("DEAL_PROBABILITY", "Pipelines with deal probability: Coaching."));
    }

    @Test
    void namesTheCurrencies() {
        assertThat(finding("CURRENCY").level()).isEqualTo(Level.OK);
        assertThat(finding("CURRENCY").message()).startsWith("The default currency is EUR; active are ");
    }

    @Test
    void saysWhatThePlanOfTheSettingsGives() {
        try (MockAccount mock = new MockAccount();
                DestinationSession session = mock.open(mock.settings()
                        .with("plan", "premium")
                        .with("seats", "10")
                        .with("headroom", "20")
                        .with("visibleTo", "everyone")
                        .with("openDealCap", "none"))) {
            Preflight preflight = session.preflight();

            assertThat(finding(preflight, "PLAN"))
                    .isEqualTo(Finding.ok(
                            "PLAN",
                            "By the settings it is the plan 'premium' with 10 seat(s): 1,500,000 tokens a day, of which"
                                    + " 300,000 are left to others; 100 calls in two seconds; at most 300 custom fields; any"
                                    + " number of open deals and leads. No call tells plan and seats: check them (Company"
                                    + " settings > Billing)."));
            assertThat(finding(preflight, "VISIBILITY").message()).contains("'everyone'");
            assertThat(finding(preflight, "ADMIN").level()).isEqualTo(Level.NOTE);
            assertThat(finding(preflight, "CURRENCY").message()).startsWith("The default currency is not named;");
        }
    }

    @Test
    void tellsThatTheAccountHasAnotherPlan_whenRepliesSaySo() {
        restart("limits", "on", "plan", "lite", "dailyHeaders", "on");

        assertThat(account.session.preflight().findings())
                .contains(
                        Finding.note(
                                "PLAN",
                                "Pipedrive says that its window of two seconds holds 20 calls, but the plan 'growth' has 40."
                                        + " Set plan to the account's plan."),
                        Finding.note(
                                "PLAN",
                                "Pipedrive says that a day has 30,000 tokens, but the settings say 60,000. Set plan and seats"
                                        + " to the account's, or dailyBudget to what Pipedrive says."));
    }

    @Test
    void hasAProbeThatCanBeWrittenSeenAndTakenAway() {
        Preflight.Probe probe = account.session.preflight().probe().orElseThrow();
        assertThat(probe.fields()).containsEntry("name", FieldValue.of("Migration check - may be deleted"));

        CrmRecord written = account.created(probe.type().name(), probe.fields());

        assertThat(account.all(probe.type().name())).extracting(CrmRecord::ref).containsExactly(written.ref());
        assertThat(account.delete(written.ref())).isInstanceOf(WriteOutcome.Written.class);
        assertThat(account.all(probe.type().name())).isEmpty();
    }

    @Test
    void tellsHowMuchThePlanLetsTheAccountHold() {
        account.session.schema().ensure(SchemaElement.field(DEAL, "A", FieldType.TEXT), Set.of());
        account.session.schema().ensure(SchemaElement.field(ObjectType.of("product"), "B", FieldType.TEXT), Set.of());

        assertThat(account.catalog().capacities())
                .containsExactly(
                        Capacity.ofElements("custom fields", 100, 2, SchemaKind.FIELD),
                        Capacity.ofRecords(
                                "open deals and leads",
                                5_000,
                                Counted.where(DEAL, "status", "open", true),
                                Counted.all(ObjectType.of("lead"))));
    }

    @ParameterizedTest
    @CsvSource({"lite,1,30,2500", "growth,2,100,10000", "premium,20,300,300000", "ultimate,99,500,300000"})
    void knowsWhatAPlanHolds(String plan, String seats, long fields, long deals) {
        try (MockAccount mock = new MockAccount();
                DestinationSession session =
                        mock.open(mock.settings().with("plan", plan).with("seats", seats))) {
            assertThat(session.catalog().capacities())
                    .extracting(Capacity::limit)
                    .containsExactly(fields, deals);
        }
    }

    @Test
    void takesTheCapsOfTheSettings() {
        try (MockAccount mock = new MockAccount()) {
            Settings other = mock.settings().with("customFieldCap", "7").with("openDealCap", "0");
            try (DestinationSession session = mock.open(other)) {
                assertThat(session.catalog().capacities())
                        .extracting(Capacity::limit)
                        .containsExactly(7L, 0L);
            }
            Settings none = mock.settings().with("customFieldCap", "none").with("openDealCap", "none");
            try (DestinationSession session = mock.open(none)) {
                assertThat(session.catalog().capacities()).isEmpty();
            }
        }
    }

    @Test
    void asksWhetherAutomationsArePaused() {
        List<Choice> choices = new PipedriveDestination().choices();

        assertThat(choices).extracting(Choice::name).containsExactly("automationsPaused");
        assertThat(choices.get(0).options()).containsExactly("paused", "none", "accepted");
        assertThat(choices.get(0).proposed()).isEmpty();
    }
}
