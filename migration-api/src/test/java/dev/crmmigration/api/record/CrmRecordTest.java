package dev.crmmigration.api.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrmRecordTest {

    @Test
    void tellsAbsentClearedAndPresentApart() {
        CrmRecord record = CrmRecord.builder("person", "5")
                .put("name", "Ann")
                .clear("phone")
                .build();

        assertThat(record.fields())
                .containsOnly(Map.entry("name", FieldValue.of("Ann")), Map.entry("phone", FieldValue.cleared()));
        assertThat(record.value("name")).contains("Ann");
        assertThat(record.value("phone")).isEmpty();
        assertThat(record.value("email")).isEmpty();
    }

    @Test
    void keepsTheOrderOfItsFields_andTheLastValueOfEach() {
        CrmRecord record = CrmRecord.builder(RecordRef.of("person", "5"))
                .put("z", 1L)
                .put("a", 2L)
                .clear("z")
                .put("z", 3L)
                .build();

        assertThat(record.fields().keySet()).containsExactly("z", "a");
        assertThat(record.value("z")).contains(3L);
    }

    @Test
    void doesNotChange_whenTheMapItWasMadeFromDoes() {
        Map<String, FieldValue> fields = new LinkedHashMap<>();
        CrmRecord record = new CrmRecord(RecordRef.of("person", "5"), fields);

        fields.put("name", FieldValue.of("Ann"));

        assertThat(record.fields()).isEmpty();
        assertThatThrownBy(() -> record.fields().put("name", FieldValue.cleared()))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
