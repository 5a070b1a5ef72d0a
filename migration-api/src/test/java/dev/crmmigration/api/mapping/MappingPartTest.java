package dev.crmmigration.api.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.api.record.ObjectType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MappingPartTest {

    private static final ObjectType CONTACT = ObjectType.of("contact");
    private static final ObjectType PERSON = ObjectType.of("person");

    private static final SchemaElement PAID_ON = SchemaElement.field(PERSON, "Paid on", FieldType.DATE);

    @Test
    void buildsRecordsFromText() {
        MappingPart.Records records = MappingPart.Records.from("contact")
                .to("person")
                .part("second")
                .where("present(email)")
                .derivedBy("normal(company)")
                .sameAs("normalEmail(email)")
                .orderBy("joined", "$id")
                .set("name", "name")
                .setOrOmit("owner", "user(owner)")
                .add("label", "tags")
                .needs(PAID_ON)
                .build();

        assertThat(records)
                .isEqualTo(new MappingPart.Records(
                        "second",
                        CONTACT,
                        PERSON,
                        Expression.parse("present(email)"),
                        Optional.of(Expression.parse("normal(company)")),
                        Optional.of(Expression.parse("normalEmail(email)")),
                        List.of(Expression.field("joined"), Expression.field("$id")),
                        List.of(
                                new FieldMapping("name", Expression.field("name"), IfMissing.HOLD, false),
                                new FieldMapping("owner", Expression.parse("user(owner)"), IfMissing.OMIT, false),
                                new FieldMapping("label", Expression.field("tags"), IfMissing.HOLD, true)),
                        List.of(PAID_ON)));
    }

    @Test
    void takesEveryRecordAsItsMainPart_unlessToldOtherwise() {
        MappingPart.Records records = MappingPart.Records.from("contact").build();

        assertThat(records.part()).isEqualTo(EffectId.MAIN);
        assertThat(records.to()).isEqualTo(CONTACT);
        assertThat(records.where()).isEqualTo(Expression.always());
        assertThat(records.derivedBy()).isEmpty();
    }

    @Test
    void tellsPartsApart() {
        List<MappingPart> parts = List.of(
                MappingPart.Records.from("contact").build(),
                MappingPart.Contribution.to("ContactToPerson", "contact", List.of(), List.of(PAID_ON)),
                MappingPart.Resolution.owner("contact", "owner_id", "owner"),
                MappingPart.Document.of("contact", "true", "handoff", "for somebody"),
                MappingPart.Exclusion.of("contact", "eq(state, \"test\")", "test records"));

        assertThat(parts.stream()
                        .<String>map(part -> part.match(
                                it -> "records",
                                it -> "contribution",
                                it -> "resolution",
                                it -> "document",
                                it -> "exclusion")))
                .containsExactly("records", "contribution", "resolution", "document", "exclusion");
        assertThat(parts).allMatch(part -> part.from().equals(CONTACT));
        assertThat(parts.get(1).schema()).containsExactly(PAID_ON);
        assertThat(parts.get(4).schema()).isEmpty();
    }

    @Test
    void foldsRecordsIntoThoseWithTheirKey() {
        MappingPart.Contribution fold =
                MappingPart.Contribution.fold("ContactToPerson", "tag", "present(name)", "contact_id", List.of());

        assertThat(fold.key()).isEqualTo(Expression.field("contact_id"));
        assertThat(fold.where()).isEqualTo(Expression.parse("present(name)"));
        assertThat(MappingPart.Contribution.to("ContactToPerson", "contact", List.of(), List.of())
                        .key())
                .isEqualTo(Expression.field("$id"));
    }

    @Test
    void refusesTextThatIsNoExpression_whenItIsBuilt() {
        assertThatThrownBy(() -> MappingPart.Records.from("contact").set("name", "lower("))
                .isInstanceOf(ExpressionSyntaxException.class);
    }

    @Test
    void refusesAProposalThatIsNoOption() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Choice.of("rebills", "One deal each?", List.of("one", "each"), "none"))
                .withMessageContaining("choice rebills");
        assertThat(Choice.of("name", "Which?", List.of(), "any").proposed()).contains("any");
        assertThat(Choice.open("rebills", "One deal each?", List.of("one", "each"))
                        .proposed())
                .isEmpty();
    }

    @Test
    void keepsTheOrderOfAValueMap_andDoesNotChange() {
        Map<String, String> entries = new LinkedHashMap<>(Map.of("z", "1"));
        ValueMap map = new ValueMap("kinds", List.of(), entries);

        entries.put("a", "2");

        assertThat(map.entries()).containsExactly(Map.entry("z", "1"));
    }
}
