package dev.crmmigration.engine.internal.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParentFieldTest {

    private static final RecordRef DEAL = new RecordRef(ObjectType.of("deal"), "5");
    private static final RecordRef PERSON = new RecordRef(ObjectType.of("person"), "7");

    @Test
    void isTheRequiredReference_whateverElseTheRecordNames() {
        ObjectDescription line = note(reference("person"), reference("deal").required());

        assertThat(ParentField.parent(line, Map.of("person", FieldValue.of(PERSON), "deal", FieldValue.of(DEAL))))
                .hasValue(DEAL);
        assertThat(ParentField.parent(line, Map.of("person", FieldValue.of(PERSON))))
                .isEmpty();
    }

    @Test
    void isTheReferenceThatHasAValue_whenNoneIsRequired() {
        ObjectDescription note = note(reference("person"), reference("deal"));

        assertThat(ParentField.parent(note, Map.of("deal", FieldValue.of(DEAL))))
                .hasValue(DEAL);
        assertThat(ParentField.parent(note, Map.of())).isEmpty();
    }

    private static FieldDescription.Builder reference(String key) {
        return FieldDescription.builder(key, FieldType.REFERENCE).refersTo(ObjectType.of(key));
    }

    private static ObjectDescription note(FieldDescription.Builder... fields) {
        return new ObjectDescription(
                ObjectType.of("note"),
                List.of(fields).stream().map(FieldDescription.Builder::build).toList(),
                ObjectTraits.SOURCE);
    }
}
