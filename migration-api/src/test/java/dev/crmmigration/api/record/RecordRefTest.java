package dev.crmmigration.api.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecordRefTest {

    @Test
    void keepsAnIdAsText_evenIfItLooksLikeANumber() {
        assertThat(RecordRef.of("person", "007")).isNotEqualTo(RecordRef.of("person", "7"));
        assertThat(RecordRef.of("person", "007")).hasToString("person:007");
    }

    @Test
    void tellsObjectsApart_whenTheirIdsAreEqual() {
        assertThat(RecordRef.of("person", "7")).isNotEqualTo(RecordRef.of("deal", "7"));
    }

    @Test
    void hidesTheKeyOfADerivedRecord_butTellsKeysApart() {
        RecordRef one = RecordRef.derived("CompanyToOrganization", "ann lee coaching");
        RecordRef other = RecordRef.derived("CompanyToOrganization", "bob");

        assertThat(one.id()).isEqualTo("CompanyToOrganization:ann lee coaching");
        assertThat(one.toString())
                .startsWith("derived:CompanyToOrganization:~")
                .doesNotContain("ann")
                .isNotEqualTo(other.toString());
    }

    @Test
    void hidesAnIdThatIsAnAddress() {
        RecordRef contact = RecordRef.of("contact", "ann@example.com");

        assertThat(contact.toString()).startsWith("contact:~").doesNotContain("ann");
        assertThat(RecordRef.of("appointment", "90008#1")).hasToString("appointment:90008#1");
    }

    @Test
    void ordersObjectTypesByName() {
        List<ObjectType> types = List.of(ObjectType.of("person"), ObjectType.of("deal"));

        assertThat(types.stream().sorted()).containsExactly(ObjectType.of("deal"), ObjectType.of("person"));
    }

    @Test
    void namesThePartOfAnEffect_onlyWhereThereAreSeveral() {
        RecordRef source = RecordRef.of("contact", "5");

        assertThat(EffectId.of("ContactToPerson", source)).hasToString("ContactToPerson/contact:5");
        assertThat(new EffectId("ContactToPerson", source, "note")).hasToString("ContactToPerson/contact:5/note");
    }
}
