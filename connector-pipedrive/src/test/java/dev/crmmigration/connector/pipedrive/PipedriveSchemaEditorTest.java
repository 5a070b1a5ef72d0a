package dev.crmmigration.connector.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.catalog.SchemaKind;
import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.destination.SchemaEditor;
import dev.crmmigration.api.destination.SchemaOutcome;
import dev.crmmigration.api.destination.SchemaReceipt;
import dev.crmmigration.api.record.ObjectType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Making schema in a simulated account, and taking it away. */
class PipedriveSchemaEditorTest {

    private static final ObjectType PERSON = ObjectType.of("person");
    private static final ObjectType DEAL = ObjectType.of("deal");
    private static final ObjectType ACTIVITY = ObjectType.of("activity");
    static final List<SchemaElement> EVERY_KIND = List.of(
            SchemaElement.field(PERSON, "Key__c", FieldType.TEXT),
            SchemaElement.pickList(PERSON, "Colour", FieldType.CHOICES, List.of("Red", "Blue")),
            SchemaElement.option(PERSON, "Colour", "Green"),
            SchemaElement.option(PERSON, "label_ids", "From the old CRM"),
            SchemaElement.pipeline(DEAL, "Coaching"),
            SchemaElement.stage(DEAL, "stage_id", "Coaching", "New"),
            SchemaElement.stage(DEAL, "stage_id", "Coaching", "Done"),
            SchemaElement.activityType(ACTIVITY, "type", "Session cancelled"),
            SchemaElement.filter(PERSON, "Customers", "label_ids", "From the old CRM"),
            SchemaElement.filter(PERSON, "Greens", "Colour", "Green"),
            SchemaElement.pickList(ObjectType.of("product"), "Series", FieldType.CHOICE, List.of("One", "Two")),
            SchemaElement.pickList(ObjectType.of("lead"), "Origin", FieldType.CHOICE, List.of("Fair", "Web")),
            SchemaElement.option(ObjectType.of("lead"), "Origin", "Referral"),
            SchemaElement.option(ObjectType.of("lead"), "label_ids", "Old lead"),
            SchemaElement.option(ObjectType.of("deal"), "label_ids", "Old deal"),
            SchemaElement.option(ObjectType.of("organization"), "label_ids", "Old customer"),
            SchemaElement.filter(ObjectType.of("lead"), "Old leads", "label_ids", "Old lead"),
            SchemaElement.filter(ObjectType.of("lead"), "Referrals", "Origin", "Referral"),
            SchemaElement.filter(ObjectType.of("deal"), "Old deals", "label_ids", "Old deal"),
            SchemaElement.filter(ObjectType.of("organization"), "Old customers", "label_ids", "Old customer"),
            SchemaElement.filter(ObjectType.of("product"), "First series", "Series", "One"));

    private static final ObjectType LEAD = ObjectType.of("lead");

    private SimulatedAccount account = SimulatedAccount.start();

    static SchemaElement withProbability(String pipeline) {
        return new SchemaElement(DEAL, SchemaKind.PIPELINE, pipeline, Map.of("dealProbability", "true"), List.of());
    }

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

    @ParameterizedTest
    @ValueSource(strings = {"label_ids", "label"})
    void makesEveryKindOfElement_andTakesItAwayAgain(String labelField) {
        restart("labelField", labelField);
        Set<String> before = schema().keys();

        List<SchemaReceipt> receipts = EVERY_KIND.stream()
                .map(element -> created(schema().ensure(element, before)))
                .toList();

        assertThat(schema().keys()).containsAll(before).containsAll(keys(receipts));
        assertThat(before).doesNotContainAnyElementsOf(keys(receipts));
        for (int i = receipts.size() - 1; i >= 0; i--) {
            assertThat(schema().remove(receipts.get(i))).isEqualTo(new SchemaOutcome.Removed());
        }
        assertThat(schema().keys()).isEqualTo(before);
    }

    @Test
    void saysThatItIsGone_whenAnElementIsRemovedTwice() {
        List<SchemaReceipt> receipts = EVERY_KIND.stream()
                .map(element -> created(schema().ensure(element, Set.of())))
                .toList();
        for (int i = receipts.size() - 1; i >= 0; i--) {
            schema().remove(receipts.get(i));
        }

        assertThat(receipts)
                .allSatisfy(receipt -> assertThat(schema().remove(receipt))
                        .as(receipt.key())
                        .isEqualTo(new SchemaOutcome.AlreadyGone()));
    }

    @Test
    void reusesWhatWasThere_andKnowsItsOwn() {
        List<SchemaReceipt> receipts = EVERY_KIND.stream()
                .map(element -> created(schema().ensure(element, Set.of())))
                .toList();
        Set<String> keys = schema().keys();

        for (int i = 0; i < EVERY_KIND.size(); i++) {
            SchemaElement element = EVERY_KIND.get(i);
            assertThat(schema().ensure(element, keys)).isEqualTo(new SchemaOutcome.Reused(receipts.get(i)));
            assertThat(schema().ensure(element, Set.of())).isEqualTo(new SchemaOutcome.Created(receipts.get(i)));
        }

        assertThat(schema().keys()).isEqualTo(keys);
    }

    @Test
    void showsWhatItMade_inTheNextCatalog() {
        EVERY_KIND.forEach(element -> schema().ensure(element, Set.of()));

        FieldDescription colour = account.field("person", "Colour");
        assertThat(colour.type()).isEqualTo(FieldType.CHOICES);
        assertThat(colour.options()).extracting(Option::label).containsExactly("Red", "Blue", "Green");
        assertThat(account.field("person", "label_ids").option("From the old CRM"))
                .isPresent();
        assertThat(account.field("deal", "stage_id").option("Coaching / Done")).isPresent();
        assertThat(account.field("activity", "type").option("Session cancelled"))
                .isPresent();
        assertThat(account.field("person", "Key__c").type()).isEqualTo(FieldType.TEXT);
    }

    @Test
    void keepsTheOrderOfStages() {
        schema().ensure(SchemaElement.pipeline(DEAL, "Coaching"), Set.of());
        List.of("Zeta", "Alpha", "Mid")
                .forEach(name -> schema().ensure(SchemaElement.stage(DEAL, "stage_id", "Coaching", name), Set.of()));

        assertThat(account.field("deal", "stage_id").options())
                .filteredOn(option -> option.group().equals(Optional.of("Coaching")))
                .extracting(Option::label)
                .containsExactly("Zeta", "Alpha", "Mid");
    }

    @Test
    void findsAnOption_whateverItsCase() {
        SchemaReceipt made = created(schema().ensure(SchemaElement.option(PERSON, "label_ids", "VIP"), Set.of()));

        SchemaOutcome second = schema().ensure(SchemaElement.option(PERSON, "label_ids", "vip"), Set.of(made.key()));

        assertThat(second)
                .isEqualTo(new SchemaOutcome.Reused(
                        new SchemaReceipt(SchemaElement.option(PERSON, "label_ids", "vip"), made.key())));
    }

    @Test
    void makesAnotherField_whenTheOneOfThatNameHasAnotherType() {
        SchemaReceipt text = created(schema().ensure(SchemaElement.field(PERSON, "Size", FieldType.TEXT), Set.of()));

        SchemaReceipt number =
                created(schema().ensure(SchemaElement.field(PERSON, "Size", FieldType.INTEGER), Set.of(text.key())));

        assertThat(number.key()).isNotEqualTo(text.key());
    }

    @Test
    void refusesWhatPipedriveCannotHold() {
        assertThat(errors(schema().ensure(SchemaElement.field(ACTIVITY, "Status", FieldType.TEXT), Set.of())))
                .extracting(FieldError::code)
                .containsExactly("NO_CUSTOM_FIELDS");
        assertThat(errors(schema().ensure(SchemaElement.field(PERSON, "File", FieldType.ATTACHMENT), Set.of())))
                .extracting(FieldError::code)
                .containsExactly("NO_SUCH_TYPE");
        assertThat(errors(schema().ensure(
                                SchemaElement.pickList(PERSON, "Empty", FieldType.CHOICE, List.of()), Set.of())))
                .extracting(FieldError::code)
                .containsExactly("NO_OPTIONS");
        assertThat(errors(schema().ensure(SchemaElement.option(PERSON, "Nothing", "A"), Set.of())))
                .extracting(FieldError::code)
                .containsExactly("NO_SUCH_FIELD");
        assertThat(errors(schema().ensure(SchemaElement.stage(DEAL, "stage_id", "Nothing", "A"), Set.of())))
                .extracting(FieldError::code)
                .containsExactly("NO_SUCH_PIPELINE");
        assertThat(errors(schema().ensure(SchemaElement.filter(PERSON, "F", "label_ids", "Nothing"), Set.of())))
                .extracting(FieldError::code)
                .containsExactly("NO_SUCH_OPTION");
    }

    @Test
    void writesYesAndNo_toTheFieldThatStandsForABoolean() {
        schema().ensure(SchemaElement.field(PERSON, "Opt in", FieldType.BOOLEAN), Set.of());
        FieldDescription field = account.field("person", "Opt in");

        Object stored = account.created("person", Map.of("name", "Jane", field.key(), false))
                .value(field.key())
                .orElseThrow();

        assertThat(stored).isEqualTo(field.option("No").orElseThrow().key());
        assertThat(account.session.canonical(PERSON, field, false).value()).isEqualTo(stored);
    }

    @Test
    void findsTheCustomFieldsOfLeads_amongThoseOfDeals() {
        SchemaReceipt deal = created(schema().ensure(SchemaElement.field(DEAL, "Budget", FieldType.MONEY), Set.of()));

        SchemaOutcome lead = schema().ensure(SchemaElement.field(LEAD, "Budget", FieldType.MONEY), Set.of(deal.key()));

        assertThat(lead)
                .isEqualTo(new SchemaOutcome.Reused(
                        new SchemaReceipt(SchemaElement.field(LEAD, "Budget", FieldType.MONEY), deal.key())));
    }

    @Test
    void givesALabelOfLeadsAlwaysTheSameColour() {
        assertThat(LeadLabelPart.colour("Old lead")).isEqualTo(LeadLabelPart.colour(" Old lead "));
        assertThat(Stream.of("a", "b", "c", "d", "e").map(LeadLabelPart::colour).distinct())
                .hasSizeGreaterThan(1);
    }

    @Test
    void switchesOnDealProbability_inAPipelineOfItsOwn() {
        SchemaReceipt made = created(schema().ensure(withProbability("Coaching"), Set.of()));

        assertThat(schema().ensure(withProbability("Coaching"), Set.of(made.key())))
                .isEqualTo(new SchemaOutcome.Reused(made));
    }

    @Test
    void asksAPerson_whenAPipelineThatWasThereHasNoDealProbability() {
        schema().ensure(SchemaElement.pipeline(DEAL, "Coaching"), Set.of());

        assertThat(schema().ensure(withProbability("Coaching"), Set.of()))
                .isEqualTo(new SchemaOutcome.ForAPerson("Ask an admin to switch on deal probability in the pipeline"
                        + " 'Coaching' (Company settings > Pipelines), then prepare again."));
    }

    static SchemaReceipt created(SchemaOutcome outcome) {
        assertThat(outcome).isInstanceOf(SchemaOutcome.Created.class);
        return ((SchemaOutcome.Created) outcome).receipt();
    }

    static List<FieldError> errors(SchemaOutcome outcome) {
        assertThat(outcome).isInstanceOf(SchemaOutcome.Refused.class);
        return ((SchemaOutcome.Refused) outcome).errors();
    }

    private static List<String> keys(List<SchemaReceipt> receipts) {
        return receipts.stream().map(SchemaReceipt::key).toList();
    }
}
