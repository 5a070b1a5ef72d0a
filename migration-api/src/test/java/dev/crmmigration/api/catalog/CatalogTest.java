package dev.crmmigration.api.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.crmmigration.api.record.ObjectType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogTest {

    private static final ObjectType DEAL = ObjectType.of("deal");

    private static final FieldDescription STAGE = FieldDescription.builder("stage_id", FieldType.CHOICE)
            .label("Stage")
            .platformType("stage")
            .required()
            .options(List.of(
                    new Option("1", "Won", Optional.of("Sales")),
                    new Option("2", "Won", Optional.of("Renewals")),
                    Option.of("3", "Open")))
            .build();

    private static final FieldDescription CUSTOM = FieldDescription.builder("a1b2c3", FieldType.TEXT)
            .label("Source_System_ID__c")
            .custom()
            .access(Access.ON_CREATE_ONLY)
            .build();

    private static final ObjectDescription DEALS =
            new ObjectDescription(DEAL, List.of(STAGE, CUSTOM), ObjectTraits.written(4));

    private static final Catalog CATALOG = new Catalog(
            "acme",
            List.of(DEALS),
            List.of(
                    new UserDescription("1", "Ann@Example.com", false),
                    new UserDescription("2", "ann@example.com ", true),
                    new UserDescription("3", "bob@example.com", false)));

    @Test
    void findsObjectsByType() {
        assertThat(CATALOG.object(DEAL)).contains(DEALS);
        assertThat(CATALOG.object(ObjectType.of("Deal"))).isEmpty();
    }

    @Test
    void findsAUserHoweverTheAddressIsWritten_andAnActiveOneFirst() {
        assertThat(CATALOG.user(" ANN@example.COM").map(UserDescription::key)).contains("2");
        assertThat(CATALOG.user("bob@example.com").map(UserDescription::key)).contains("3");
        assertThat(CATALOG.user("eve@example.com")).isEmpty();
    }

    @Test
    void findsAFieldByKey_andACustomOneByLabel() {
        assertThat(DEALS.field("a1b2c3")).contains(CUSTOM);
        assertThat(DEALS.field("Source_System_ID__c")).isEmpty();
        assertThat(DEALS.named("Source_System_ID__c")).contains(CUSTOM);
        assertThat(DEALS.named("stage_id")).contains(STAGE);
        assertThat(DEALS.named("Stage")).isEmpty();
    }

    @Test
    void findsAnOptionByLabelOrGroupAndLabel() {
        assertThat(STAGE.option("Renewals / Won").map(Option::key)).contains("2");
        assertThat(STAGE.option("Won").map(Option::key)).contains("1");
        assertThat(STAGE.option("Open").map(Option::key)).contains("3");
        assertThat(STAGE.option("open")).isEmpty();
    }

    @Test
    void describesAWritableOptionalSystemField_unlessToldOtherwise() {
        FieldDescription plain = FieldDescription.builder("owner", FieldType.REFERENCE)
                .refersTo(DEAL)
                .build();

        assertThat(plain)
                .isEqualTo(new FieldDescription(
                        "owner",
                        "owner",
                        FieldType.REFERENCE,
                        "REFERENCE",
                        Access.WRITABLE,
                        false,
                        false,
                        List.of(),
                        Optional.of(DEAL)));
    }

    @Test
    void refusesTraitsThatCannotBe() {
        ObjectTraits traits = ObjectTraits.SOURCE;

        assertThatIllegalArgumentException().isThrownBy(() -> ObjectTraits.written(0));
        assertThatIllegalArgumentException().isThrownBy(() -> traits.withVisibleAfter(Duration.ofSeconds(-1)));
        assertThat(traits.withKeyField("key").withReadBack(ReadBack.BY_IDS).withVisibleAfter(Duration.ofSeconds(1)))
                .isEqualTo(new ObjectTraits(
                        1, 1, ReadBack.BY_IDS, Optional.of("key"), false, Duration.ofSeconds(1), false));
    }

    @Test
    void namesSchemaByLabels() {
        assertThat(SchemaElement.field(DEAL, "Paid on", FieldType.DATE).properties())
                .isEqualTo(Map.of(SchemaKind.TYPE, "DATE"));
        assertThat(SchemaElement.pickList(DEAL, "Level", FieldType.CHOICE, List.of("A", "B"))
                        .options())
                .containsExactly("A", "B");
        assertThat(SchemaElement.option(DEAL, "label", "VIP").properties())
                .isEqualTo(Map.of(SchemaKind.OF_FIELD, "label"));
        assertThat(SchemaElement.stage(DEAL, "stage_id", "Sales", "Won").properties())
                .isEqualTo(Map.of(SchemaKind.OF_FIELD, "stage_id", SchemaKind.OF_PIPELINE, "Sales"));
        assertThat(SchemaElement.filter(DEAL, "VIPs", "label", "VIP").properties())
                .isEqualTo(Map.of(SchemaKind.OF_FIELD, "label", SchemaKind.OF_OPTION, "VIP"));
        assertThat(SchemaElement.pipeline(DEAL, "Sales").kind()).isEqualTo(SchemaKind.PIPELINE);
        assertThat(SchemaElement.activityType(DEAL, "type", "No show").properties())
                .isEqualTo(Map.of(SchemaKind.OF_FIELD, "type"));
        assertThatIllegalArgumentException().isThrownBy(() -> SchemaElement.pipeline(DEAL, " "));
    }
}
