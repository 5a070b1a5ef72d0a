package dev.crmmigration.connector.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.catalog.Access;
import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.catalog.ReadBack;
import dev.crmmigration.api.catalog.UserDescription;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.record.ObjectType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an account is said to have. */
class AccountCatalogTest {

    @Test
    void describesTheAccount() {
        Catalog catalog;
        try (MockAccount account = new MockAccount();
                DestinationSession session = account.open()) {
            catalog = session.catalog();
        }

        assertThat(catalog.objects())
                .extracting(object -> object.type().name())
                .containsExactly(
                        "organization",
                        "person",
                        "product",
                        "deal",
                        "lead",
                        "activity",
                        "note",
                        "organizationRelationship",
                        "dealParticipant",
                        "dealProduct",
                        "organizationFollower",
                        "personFollower",
                        "dealFollower",
                        "file");
        assertThat(catalog.users())
                .containsExactly(
                        new UserDescription("7", "admin@example.org", true),
                        new UserDescription("8", "gone@example.org", false));
        ObjectTraits pages =
                new ObjectTraits(1, 8, ReadBack.PAGES, Optional.empty(), false, Duration.ofSeconds(5), true);
        assertThat(catalog.objects())
                .extracting(ObjectDescription::traits)
                .containsOnly(
                        pages,
                        pages.withKeyField("Source key"),
                        pages.withReadBack(ReadBack.BY_PARENT),
                        pages.withReadBack(ReadBack.BY_PARENT).changingParents(),
                        pages.withMaxFileBytes(26_214_400));
        assertThat(catalog.objects())
                .filteredOn(object -> object.traits().readBack() == ReadBack.BY_PARENT)
                .extracting(object -> object.type().name())
                .containsExactly(
                        "organizationRelationship",
                        "dealParticipant",
                        "dealProduct",
                        "organizationFollower",
                        "personFollower",
                        "dealFollower");
    }

    @Test
    void describesFields() {
        Catalog catalog;
        try (MockAccount account = new MockAccount();
                DestinationSession session = account.open()) {
            catalog = session.catalog();
        }

        FieldDescription name = field(catalog, "person", "name");
        assertThat(name.required()).isTrue();
        assertThat(name.label()).isEqualTo("Name");
        FieldDescription colours = field(catalog, "person", "Colours");
        assertThat(colours.key()).isEqualTo("f00d");
        assertThat(colours.type()).isEqualTo(FieldType.CHOICES);
        assertThat(colours.custom()).isTrue();
        assertThat(colours.options()).containsExactly(Option.of("11", "Red"), Option.of("12", "Blue"));
        assertThat(field(catalog, "person", "label_ids").options()).containsExactly(Option.of("5", "Hot"));
        assertThat(field(catalog, "person", "add_time").access()).isEqualTo(Access.ON_CREATE_ONLY);
        assertThat(field(catalog, "person", "update_time").access()).isEqualTo(Access.COMPUTED);
        assertThat(field(catalog, "person", "org_id").refersTo()).contains(ObjectType.of("organization"));
        assertThat(field(catalog, "deal", "stage_id").options())
                .containsExactly(new Option("3", "New", Optional.of("Sales")));
        assertThat(field(catalog, "deal", "currency").options()).containsExactly(Option.of("EUR", "EUR"));
        assertThat(field(catalog, "deal", "add_time").access()).isEqualTo(Access.READ_ONLY);
        assertThat(field(catalog, "activity", "type").options()).containsExactly(Option.of("call", "Call"));
        assertThat(field(catalog, "activity", "person_id").access()).isEqualTo(Access.COMPUTED);
        assertThat(field(catalog, "note", "add_time").access()).isEqualTo(Access.WRITABLE);
        ObjectDescription person = catalog.object(ObjectType.of("person")).orElseThrow();
        assertThat(person.named("Picture")).isEmpty();
        assertThat(person.named("birthday")).isEmpty();
    }

    @Test
    void describesFieldsThatOnlySomeAccountsHave() {
        try (SimulatedAccount account =
                SimulatedAccount.start("contactSync", "on", "campaigns", "on", "companyDetails", "on")) {
            assertThat(account.object("person").fields())
                    .extracting(FieldDescription::key)
                    .contains("birthday", "job_title", "postal_address", "marketing_status");
            assertThat(account.object("organization").fields())
                    .extracting(FieldDescription::key)
                    .contains("website", "linkedin", "industry", "annual_revenue", "employee_count");
        }
    }

    @Test
    void leavesOutWhatTheTokensUserMayNotSee() {
        try (SimulatedAccount account = SimulatedAccount.start()) {
            account.inject("[{'path': '^/api/v2/productFields', 'action': 'status', 'status': 404},"
                    + " {'path': '^/v1/leadLabels', 'action': 'status', 'status': 404}]");

            assertThat(account.catalog().objects())
                    .extracting(object -> object.type().name())
                    .doesNotContain("product", "dealProduct", "lead")
                    .contains("deal", "dealParticipant", "file");
            assertThat(account.create("lead", Map.of("title", "A")).toString()).contains("OBJECT_NOT_THERE");
        }
    }

    private static FieldDescription field(Catalog catalog, String object, String name) {
        return catalog.object(ObjectType.of(object)).orElseThrow().named(name).orElseThrow();
    }
}
