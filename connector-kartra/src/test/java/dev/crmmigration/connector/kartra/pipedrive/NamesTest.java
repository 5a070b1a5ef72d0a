package dev.crmmigration.connector.kartra.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.catalog.SchemaKind;
import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ObjectMapping;
import dev.crmmigration.api.mapping.ValueMap;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The names that people read in the account. */
class NamesTest {

    private final InventedContext context = new InventedContext();

    @Test
    void giveFieldsTheNamesOfTheTable() {
        assertThat(labels(SchemaKind.FIELD))
                .contains(
                        "person.kartra_created_date__c",
                        "person.gdpr_consent_date__c",
                        "person.gdpr_consent_date__c (exact)",
                        "person.opt_in_status",
                        "person.affiliate_id__c",
                        "person.affiliate_status__c",
                        "deal.payment_method__c",
                        "deal.refunded_amount__c",
                        "deal.kartra_transaction_date__c",
                        "deal.subscription_status__c",
                        "deal.subscription_start_date__c",
                        "deal.subscription_product__c")
                .doesNotContain("person.consent_date__c");
    }

    @Test
    void keepTheNamesOfCustomFields_unlessTheyAreTaken() {
        assertThat(labels(SchemaKind.FIELD))
                .contains("person.Shoe size", "person.Biography", "person.Segment", "person.name (Kartra)")
                .doesNotContain("person.name");
    }

    @Test
    void giveOptionsThatTheDefinitionLacks() {
        assertThat(element("Segment").options()).containsExactly("Gold", "Silver", "Lead");
    }

    @Test
    void moveColumnsThatNoRowNames_ifTheCustomerWants() {
        assertThat(labels(SchemaKind.FIELD))
                .contains(
                        "person.kartra_website__c",
                        "person.kartra_source__c",
                        "person.kartra_score__c",
                        "person.kartra_sequences__c",
                        "deal.kartra_price_point__c",
                        "deal.subscription_recurring_period__c",
                        "person.affiliate_earned__c")
                .doesNotContain("person.kartra_email__c", "person.kartra_lead_id__c", "person.kartra_Shoe size__c");

        context.answering("otherColumns", "leave");

        assertThat(labels(SchemaKind.FIELD))
                .noneMatch(label -> label.matches("person\\.(kartra_website|affiliate_earned)__c"));
    }

    @Test
    void giveTagsAndListsTheirLabels_onePerSpelling() {
        assertThat(labels(SchemaKind.OPTION))
                .containsExactlyInAnyOrder(
                        "organization.Single person",
                        "person.VIP",
                        "person.Webinar attended",
                        "person.list_Newsletter",
                        "person.list_Prospects");
        assertThat(map("tags").entries()).isEqualTo(Map.of("VIP", "VIP", "Webinar attended", "Webinar attended"));
        assertThat(map("lists").targets()).containsExactly("list_Newsletter", "list_Prospects");
    }

    @Test
    void giveListsAFieldAndFilters_ifTheCustomerWantsGroups() {
        context.answering("groups", "field").answering("tags", "field");

        assertThat(element("Kartra lists").options()).containsExactly("Newsletter", "Prospects");
        assertThat(element("Kartra tags").options()).containsExactly("VIP", "Webinar attended");
        assertThat(labels(SchemaKind.FILTER))
                .containsExactly("person.Kartra list: Newsletter", "person.Kartra list: Prospects");
        assertThat(labels(SchemaKind.OPTION)).containsExactly("organization.Single person");
    }

    @Test
    void giveDealsOnlyTheTagsThatTheCustomerNamed() {
        context.answering("dealTags", "VIP");

        assertThat(labels(SchemaKind.OPTION)).contains("deal.VIP").doesNotContain("deal.Webinar attended");
    }

    @Test
    void makeTwoPipelines_orGoIntoTheOneThatTheCustomerNames() {
        assertThat(labels(SchemaKind.PIPELINE)).containsExactly("deal.Kartra sales", "deal.Kartra subscriptions");
        assertThat(labels(SchemaKind.STAGE))
                .containsExactly(
                        "deal.Pending",
                        "deal.Completed",
                        "deal.Refunded",
                        "deal.Active",
                        "deal.Paused",
                        "deal.Cancelled",
                        "deal.Terminated");

        context.answering("pipelines", "Shop")
                .withoutDestinationField("deal", "stage_id")
                .withDestinationField("deal", stages());

        assertThat(labels(SchemaKind.PIPELINE)).isEmpty();
    }

    @Test
    void makeAnActivityTypeForEachStatusThatATickCannotTell() {
        assertThat(labels(SchemaKind.ACTIVITY_TYPE))
                .containsExactly(
                        "activity.Appointment cancelled",
                        "activity.Appointment no-show",
                        "activity.Appointment pending");
        assertThat(map("appointmentKind").entries())
                .containsEntry("call", "Call")
                .containsEntry("meeting", "Meeting");

        context.answering("exceptionalAppointments", "subject");

        assertThat(labels(SchemaKind.ACTIVITY_TYPE)).isEmpty();
    }

    @Test
    void setTheMarketingStatus_onlyIfTheAccountHasItAndTheCustomerWants() {
        context.option("person", "marketing_status", Option.of("subscribed", "Subscribed"));

        assertThat(targets("GdprStatusToOptIn")).doesNotContain("marketing_status");

        context.answering("marketingStatus", "on");

        assertThat(targets("GdprStatusToOptIn")).contains("marketing_status");
    }

    @Test
    void useTheAddressOfPersons_ifTheAccountHasIt() {
        assertThat(labels(SchemaKind.FIELD)).contains("person.address__c");

        context.withDestinationField(
                "person",
                FieldDescription.builder("postal_address", FieldType.ADDRESS).build());

        assertThat(labels(SchemaKind.FIELD)).doesNotContain("person.address__c");
        assertThat(targets("ContactToPerson")).contains("postal_address");
    }

    private static FieldDescription stages() {
        return FieldDescription.builder("stage_id", FieldType.CHOICE)
                .options(List.of(new Option("1", "New", Optional.of("Shop"))))
                .build();
    }

    private Stream<MappingPart> parts() {
        return InventedContext.rows().stream()
                .sorted(Comparator.comparing(ObjectMapping::row))
                .flatMap(row -> row.define(context).stream());
    }

    private List<String> labels(SchemaKind kind) {
        return parts().flatMap(part -> part.schema().stream())
                .filter(element -> element.kind() == kind)
                .map(element -> element.object() + "." + element.label())
                .distinct()
                .toList();
    }

    private SchemaElement element(String label) {
        return parts().flatMap(part -> part.schema().stream())
                .filter(element -> element.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private ValueMap map(String name) {
        return InventedContext.rows().stream()
                .flatMap(row -> row.valueMaps(context).stream())
                .filter(map -> map.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> targets(String row) {
        return InventedContext.rows().stream()
                .filter(mapping -> mapping.name().equals(row))
                .flatMap(mapping -> mapping.define(context).stream())
                .flatMap(part -> part
                        .match(
                                records -> records.fields(),
                                contribution -> contribution.fields(),
                                owner -> List.<FieldMapping>of(),
                                document -> List.<FieldMapping>of(),
                                exclusion -> List.<FieldMapping>of())
                        .stream())
                .map(FieldMapping::target)
                .toList();
    }
}
