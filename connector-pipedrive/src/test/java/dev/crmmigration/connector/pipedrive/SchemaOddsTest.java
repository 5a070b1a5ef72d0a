package dev.crmmigration.connector.pipedrive;

import static dev.crmmigration.connector.pipedrive.PipedriveSchemaEditorTest.EVERY_KIND;
import static dev.crmmigration.connector.pipedrive.PipedriveSchemaEditorTest.created;
import static dev.crmmigration.connector.pipedrive.PipedriveSchemaEditorTest.errors;
import static dev.crmmigration.connector.pipedrive.PipedriveSchemaEditorTest.withProbability;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.destination.SchemaEditor;
import dev.crmmigration.api.destination.SchemaOutcome;
import dev.crmmigration.api.destination.SchemaReceipt;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.api.record.ObjectType;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Making schema against odds: others who make the same, lost answers, caps, missing rights. */
class SchemaOddsTest {

    private static final ObjectType PERSON = ObjectType.of("person");
    private static final ObjectType DEAL = ObjectType.of("deal");
    private static final ObjectType ACTIVITY = ObjectType.of("activity");
    private static final ObjectType PRODUCT = ObjectType.of("product");
    private static final ObjectType ORGANIZATION = ObjectType.of("organization");

    private SimulatedAccount account = SimulatedAccount.start();

    @AfterEach
    void close() {
        account.close();
    }

    private SchemaEditor schema() {
        return account.session.schema();
    }

    private void restart(String... settings) {
        account.close();
        account = SimulatedAccount.start(settings);
    }

    @Test
    void listsOnce_whenItEnsuresManyOptions() {
        schema().keys();
        long before = account.context.onlyMeter().spent("daily");

        for (int i = 0; i < 300; i++) {
            schema().ensure(SchemaElement.option(PERSON, "label_ids", "Tag " + i), Set.of());
        }

        assertThat(account.context.onlyMeter().spent("daily") - before)
                .as("a creation and a look at one field for each")
                .isEqualTo(300 * (5 + 1));
    }

    @Test
    void makesNoTwin_whenTheAnswerWasLost() {
        SchemaElement element = SchemaElement.field(PERSON, "Key__c", FieldType.TEXT);
        Set<String> before = schema().keys();
        account.inject("[{'method': 'POST', 'path': 'personFields', 'count': 1, 'action': 'reset-after-commit'}]");
        assertThatThrownBy(() -> schema().ensure(element, before))
                .isInstanceOf(RetryableConnectorException.class)
                .hasMessageStartingWith("POST /api/v2/personFields may have happened or not (");

        created(schema().ensure(element, before));

        assertThat(account.object("person").fields())
                .filteredOn(field -> field.label().equals("Key__c"))
                .hasSize(1);
    }

    @Test
    void refuses_whenThePlanAllowsNoMoreFields() {
        restart("plan", "lite");
        SchemaOutcome last = new SchemaOutcome.Removed();
        for (int i = 0; i < 31; i++) {
            last = schema().ensure(SchemaElement.field(PERSON, "Field " + i, FieldType.TEXT), Set.of());
        }

        assertThat(errors(last)).extracting(FieldError::code).containsExactly("FEATURE_CAPPING_CUSTOM_FIELDS_LIMIT");
    }

    @Test
    void asksAPerson_whenTheUserIsNoAdmin() {
        restart("admin", "off");

        SchemaOutcome outcome =
                schema().ensure(SchemaElement.pickList(DEAL, "Tier", FieldType.CHOICE, List.of("A", "B")), Set.of());

        assertThat(outcome)
                .isEqualTo(new SchemaOutcome.ForAPerson(
                        "Ask an admin to add the custom field 'Tier' of type enum to deal records with the options"
                                + " 'A', 'B' (Company settings > Data fields), then prepare again."));
    }

    @Test
    void usesTheFieldThatSomebodyElseMadeBetweenLookAndCreation_andTakesItsOwnAway() {
        SchemaElement element = SchemaElement.field(PERSON, "Key__c", FieldType.TEXT);
        Set<String> before = schema().keys();
        account.addField("person", "Key__c", "varchar");

        SchemaReceipt theirs = reused(schema().ensure(element, before));

        assertThat(account.object("person").fields())
                .filteredOn(found -> found.label().equals("Key__c"))
                .extracting(found -> "person.field:" + found.key())
                .containsExactly(theirs.key());
    }

    @Test
    void usesTheOptionThatSomebodyElseMadeBetweenLookAndCreation_andTakesItsOwnAway() {
        Set<String> before = schema().keys();
        account.addOption("person", "label_ids", "VIP");

        SchemaReceipt theirs = reused(schema().ensure(SchemaElement.option(PERSON, "label_ids", "VIP"), before));

        assertThat(account.field("person", "label_ids").options())
                .filteredOn(found -> found.label().equals("VIP"))
                .extracting(found -> "person.option:label_ids:" + found.key())
                .containsExactly(theirs.key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset-after-commit", "status-after-commit", "truncate"})
    void makesNoTwin_whateverWasLost(String fault) {
        Set<String> before = schema().keys();
        for (SchemaElement element : EVERY_KIND) {
            account.inject("[{'method': 'POST', 'count': 1, 'action': '" + fault + "'}]");
            assertThatThrownBy(() -> schema().ensure(element, before)).isInstanceOf(RetryableConnectorException.class);
            account.inject("[]");
            created(schema().ensure(element, before));
        }

        assertThat(schema().keys().size() - before.size()).isEqualTo(EVERY_KIND.size() + 2 + 2 + 2);
    }

    @Test
    void refuses_whenThePlanAllowsNoMoreActivityTypes() {
        restart("activityTypes", "1");

        SchemaOutcome outcome = schema().ensure(SchemaElement.activityType(ACTIVITY, "type", "Session"), Set.of());

        assertThat(errors(outcome)).extracting(FieldError::code).containsExactly("PLAN_LIMIT");
        assertThat(errors(outcome).get(0).remedy()).startsWith("The plan allows no more of these.");
    }

    @Test
    void refusesMoreOptionsThanAFieldHolds() {
        List<String> labels =
                IntStream.rangeClosed(1, 10_000).mapToObj(i -> "Tag " + i).toList();
        schema().ensure(SchemaElement.pickList(PERSON, "Tags", FieldType.CHOICES, labels), Set.of());

        SchemaOutcome option = schema().ensure(SchemaElement.option(PERSON, "Tags", "One more"), Set.of());
        List<String> tooMany =
                Stream.concat(labels.stream(), Stream.of("One more")).toList();
        SchemaOutcome field =
                schema().ensure(SchemaElement.pickList(PERSON, "More", FieldType.CHOICES, tooMany), Set.of());

        assertThat(errors(option)).extracting(FieldError::code).containsExactly("TOO_MANY_OPTIONS");
        assertThat(errors(field)).extracting(FieldError::code).containsExactly("TOO_MANY_OPTIONS");
    }

    @Test
    void namesNameTypeAndOptions_whenAPersonHasToMakeIt() {
        restart("admin", "off");

        assertThat(Stream.of(
                                SchemaElement.option(PERSON, "label_ids", "VIP"),
                                withProbability("Coaching"),
                                SchemaElement.stage(DEAL, "stage_id", "Pipeline", "Paid"),
                                SchemaElement.activityType(ACTIVITY, "type", "Session"),
                                SchemaElement.field(PRODUCT, "Size", FieldType.DECIMAL),
                                SchemaElement.field(ORGANIZATION, "Since", FieldType.DATE))
                        .map(element -> schema().ensure(element, Set.of())))
                .extracting(outcome -> outcome instanceof SchemaOutcome.ForAPerson person ? person.instruction() : "?")
                .containsExactly(
                        "Ask an admin to add the option 'VIP' to the field 'Labels' of person records (Company settings >"
                                + " Data fields), then prepare again.",
                        "Ask an admin to add the pipeline 'Coaching' with deal probability (Company settings > Pipelines),"
                                + " then prepare again.",
                        "Ask an admin to add the stage 'Paid' to the pipeline 'Pipeline' (Company settings > Pipelines),"
                                + " then prepare again.",
                        "Ask an admin to add the activity type 'Session' (Company settings > Activities), then prepare"
                                + " again.",
                        "Ask an admin to add the custom field 'Size' of type double to product records (Company settings >"
                                + " Data fields), then prepare again.",
                        "Ask an admin to add the custom field 'Since' of type date to organization records (Company"
                                + " settings > Data fields), then prepare again.");
    }

    private static SchemaReceipt reused(SchemaOutcome outcome) {
        assertThat(outcome).isInstanceOf(SchemaOutcome.Reused.class);
        return ((SchemaOutcome.Reused) outcome).receipt();
    }
}
