package dev.crmmigration.connector.freshsales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.destination.Preflight;
import dev.crmmigration.api.destination.SchemaOutcome;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.record.ContactPoint;
import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.api.record.Money;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.Participant;
import dev.crmmigration.api.record.RecordRef;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreshsalesDestinationTest {

    @Test
    void namesAllThatIsWrongWithTheSettings() {
        assertThatThrownBy(() -> FreshsalesSettings.of(Settings.of("baseUrl", "http://crm.example.com")
                        .secret("apiKey", "two words")
                        .with("plan", "forest")
                        .with("pace", "slow")
                        .with("bulk", "contact, note")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("setting 'baseUrl' must begin with https")
                .hasMessageContaining("setting 'apiKey' must be the key as Freshsales shows it, without blanks")
                .hasMessageContaining("setting 'plan' must be one of free, growth, pro, enterprise but was 'forest'")
                .hasMessageContaining("setting 'pace' must be one of even, fast but was 'slow'")
                .hasMessageContaining("setting 'bulk' must be one of none, contact, sales_account, deal")
                .hasMessageNotContaining("two words");
    }

    @Test
    void spreadsTheCallsOfAnHour_unlessToldOtherwise() {
        try (TestAccount even = TestAccount.start("plan", "pro", "headroom", "10");
                TestAccount fast = TestAccount.start("pace", "fast")) {
            assertThat(even.meter.declared)
                    .containsExactly(
                            Allowance.rolling("hour", 1800, Duration.ofHours(1)),
                            Allowance.rolling("minute", 30, Duration.ofMinutes(1)));
            assertThat(fast.meter.declared).contains(Allowance.rolling("minute", 400, Duration.ofMinutes(1)));
        }
    }

    @Test
    void groupsStagesByPipelineAndStatusesByLifecycleStage() {
        try (TestAccount account = TestAccount.start()) {
            assertThat(account.field("deal", "deal_stage_id").options())
                    .extracting(Option::path)
                    .contains("Default Pipeline / Won", "Renewals / Won");
            assertThat(account.field("contact", "contact_status_id").options())
                    .extracting(Option::path)
                    .contains("Lead / New", "Customer / Won");
        }
    }

    @Test
    void demandsWhatTheFormsOfTheAccountDemand() {
        try (TestAccount stock = TestAccount.start();
                TestAccount strict = TestAccount.start("-tenant", "strict")) {
            assertThat(stock.field("contact", "emails").required()).isTrue();
            assertThat(stock.field("deal", "sales_account_id").required()).isFalse();
            assertThat(strict.field("deal", "sales_account_id").required()).isTrue();
            assertThat(strict.field("deal", "Delivery Region").required()).isTrue();
        }
    }

    @Test
    void sendsThePipelineOfTheStage() {
        try (TestAccount account = TestAccount.start()) {
            String offered = account.field("deal", "deal_stage_id")
                    .option("Renewals / Offered")
                    .map(Option::key)
                    .orElseThrow();
            account.created(
                    "deal", Map.of("name", "A", "amount", new Money(BigDecimal.TEN, "EUR"), "deal_stage_id", offered));

            assertThat(account.all("deal").get(0).value("deal_stage_id")).contains(offered);
        }
    }

    @Test
    void refusesACurrencyThatTheAccountLacks() {
        try (TestAccount account = TestAccount.start()) {
            assertThat(TestAccount.codes(account.write(TestAccount.create(
                            "deal", 1, Map.of("name", "A", "amount", new Money(BigDecimal.TEN, "CHF"))))))
                    .containsExactly("NO_SUCH_CURRENCY (amount)");
        }
    }

    @Test
    void refusesWhatFreshsalesWouldDropWithoutAWord() {
        try (TestAccount account = TestAccount.start()) {
            assertThat(TestAccount.codes(account.write(TestAccount.create(
                            "sales_account", 1, Map.of("name", "A", "phone", "abc", "website", "not a url")))))
                    .containsExactlyInAnyOrder("NO_PHONE_NUMBER (phone)", "NO_WEBSITE (website)");
        }
    }

    @Test
    void saysWhatIsLostOfANumberOfEmployeesAndOfAMoment() {
        try (TestAccount account = TestAccount.start()) {
            account.edit("{'object': 'deal_fields', 'add': {'label': 'Day', 'type': 'date'}}");
            ObjectType deal = ObjectType.of("deal");

            assertThat(account.session.canonical(
                            ObjectType.of("sales_account"),
                            account.field("sales_account", "number_of_employees"),
                            120L))
                    .isEqualTo(Stored.losing(51L, "size-of-company"));
            assertThat(account.session.canonical(
                            deal, account.field("deal", "Day"), Instant.parse("2025-02-28T23:59:00Z")))
                    .isEqualTo(Stored.losing(LocalDate.of(2025, 2, 28), "time-of-day"));
        }
    }

    @Test
    void namesTimeZonesAsRailsDoes() {
        assertThat(RailsZones.nameOf("Asia/Kolkata")).contains("Kolkata");
        assertThat(RailsZones.nameOf("Chennai")).contains("Chennai");
        assertThat(RailsZones.nameOf("Asia/Calcutta")).contains("Kolkata");
        assertThat(RailsZones.nameOf("US/Eastern")).contains("Eastern Time (US & Canada)");
        assertThat(RailsZones.nameOf("Middle-earth")).isEmpty();
    }

    @Test
    void refusesMoreThanTenAccountsOfAContact() {
        try (TestAccount account = TestAccount.start()) {
            List<Participant> eleven = IntStream.rangeClosed(1, 11)
                    .mapToObj(number ->
                            new Participant(RecordRef.of("sales_account", Integer.toString(number)), number == 1))
                    .toList();

            assertThat(TestAccount.codes(account.write(TestAccount.create(
                            "contact",
                            1,
                            Map.of(
                                    "emails",
                                    List.of(new ContactPoint("a@example.org", "work", true)),
                                    "sales_accounts",
                                    eleven)))))
                    .containsExactly("TOO_MANY (sales_accounts)");
        }
    }

    @Test
    void hangsARecordOnExactlyOneParent() {
        try (TestAccount account = TestAccount.start()) {
            RecordRef acme = account.created("sales_account", Map.of("name", "Acme"));
            RecordRef deal = account.created("deal", Map.of("name", "A", "amount", new Money(BigDecimal.ONE, "USD")));

            assertThat(TestAccount.codes(
                            account.write(TestAccount.create("note", 1, Map.of("description", "Said yes")))))
                    .containsExactly("NO_PARENT (contact_id)");
            assertThat(TestAccount.codes(account.write(TestAccount.create(
                            "note", 1, Map.of("description", "Said yes", "sales_account_id", acme, "deal_id", deal)))))
                    .containsExactly("TWO_PARENTS (contact_id)");
        }
    }

    @Test
    void writesTheSameAgain_afterItWasForgotten_butNotFromTheBin() {
        try (TestAccount forgetting = TestAccount.start();
                TestAccount keeping = TestAccount.start("deletion", "bin")) {
            assertThat(again(forgetting)).isInstanceOf(WriteOutcome.Written.class);
            assertThat(TestAccount.codes(again(keeping))).containsExactly("HTTP_400");
        }
    }

    private static WriteOutcome again(TestAccount account) {
        RecordRef acme = account.created("sales_account", Map.of("name", "Acme"));
        account.write(new Write.Delete(EffectId.of("Test", acme), acme));
        return account.write(TestAccount.create("sales_account", 2, Map.of("name", "Acme")));
    }

    @Test
    void givesAnAdminTheExactInstruction_andFindsWhatWasAdded() {
        try (TestAccount account = TestAccount.start()) {
            SchemaElement field = SchemaElement.pickList(
                    ObjectType.of("contact"), "Package type", FieldType.CHOICE, List.of("Single", "Course"));
            Set<String> before = account.session.schema().keys();

            SchemaOutcome first = account.session.schema().ensure(field, before);
            account.edit("{'object': 'contact_fields', 'add': {'label': 'Package type', 'type': 'dropdown',"
                    + " 'choices': ['Single', 'Course', 'Other']}}");
            account.session.catalog();

            assertThat(first)
                    .isEqualTo(new SchemaOutcome.ForAPerson(
                            "Ask an admin to add the custom field 'Package type' of the type Dropdown to contact records"
                                    + " with the choices 'Single', 'Course', not mandatory (Admin settings > Contacts), then"
                                    + " prepare again."));
            assertThat(account.session.schema().ensure(field, before)).isInstanceOf(SchemaOutcome.Reused.class);
        }
    }

    @Test
    void asksForPipelinesAndStages_andRefusesFieldsOfNotes() {
        try (TestAccount account = TestAccount.start()) {
            ObjectType deal = ObjectType.of("deal");

            assertThat(account.session.schema().ensure(SchemaElement.pipeline(deal, "Renewals"), Set.of()))
                    .isInstanceOf(SchemaOutcome.Reused.class);
            assertThat(account.session
                            .schema()
                            .ensure(SchemaElement.stage(deal, "deal_stage_id", "Renewals", "Signed"), Set.of()))
                    .isInstanceOf(SchemaOutcome.ForAPerson.class);
            assertThat(((SchemaOutcome.Refused) account.session
                                    .schema()
                                    .ensure(
                                            SchemaElement.field(ObjectType.of("note"), "Author", FieldType.TEXT),
                                            Set.of()))
                            .errors())
                    .extracting(FieldError::code)
                    .containsExactly("NO_CUSTOM_FIELDS");
        }
    }

    @Test
    void saysBeforeWritingWhatTheAccountDemands() {
        try (TestAccount strict = TestAccount.start("-tenant", "strict")) {
            Preflight preflight = strict.session.preflight();

            assertThat(preflight.blockers()).isEmpty();
            assertThat(preflight.findings())
                    .extracting(Preflight.Finding::message)
                    .contains(
                            "The account demands of every one of its deals: name, amount, sales_account_id, 'Delivery Region'.");
            assertThat(preflight.probe()).isPresent();
        }
    }
}
