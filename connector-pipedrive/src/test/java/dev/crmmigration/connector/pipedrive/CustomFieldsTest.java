package dev.crmmigration.connector.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.record.Address;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.DateRange;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.Money;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.api.record.TimeRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every type of custom field, on every object that has some, both ways. */
class CustomFieldsTest {

    private final SimulatedAccount account = SimulatedAccount.start();

    @AfterEach
    void close() {
        account.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"organization", "person", "deal", "lead", "product"})
    void readsWhatItWrote_forEveryType(String object) {
        Map<String, Object> fields = samples(object);

        CrmRecord stored = account.created(object, with(required(object), fields));

        assertSame(object, fields, stored);
        assertSame(object, fields, account.read(stored.ref()));
        assertThat(fields).hasSize(16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"organization", "person", "deal", "lead", "product"})
    void changesNothing_whenItWritesWhatItRead(String object) {
        Map<String, Object> fields = samples(object);
        CrmRecord before = account.read(
                account.created(object, with(required(object), fields)).ref());
        Map<String, FieldValue> custom = new LinkedHashMap<>(before.fields());
        custom.keySet().retainAll(fields.keySet());

        account.update(before.ref(), custom);

        assertThat(account.read(before.ref()).fields()).containsAllEntriesOf(custom);
    }

    @ParameterizedTest
    @ValueSource(strings = {"organization", "person", "deal", "lead", "product"})
    void emptiesEveryType(String object) {
        Map<String, Object> fields = samples(object);
        RecordRef ref = account.created(object, with(required(object), fields)).ref();
        Map<String, FieldValue> cleared = new LinkedHashMap<>();
        fields.keySet().forEach(key -> cleared.put(key, FieldValue.cleared()));

        CrmRecord stored = SimulatedAccount.stored(account.update(ref, cleared));

        assertThat(stored.fields()).doesNotContainKeys(fields.keySet().toArray(String[]::new));
        assertThat(account.read(ref).fields())
                .doesNotContainKeys(fields.keySet().toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "number"})
    void readsTheOptionOfALead_whicheverWayV1WritesIt(String way) {
        try (SimulatedAccount other = SimulatedAccount.start("enumInV1", way)) {
            other.session
                    .schema()
                    .ensure(
                            SchemaElement.pickList(
                                    ObjectType.of("deal"), "Size", FieldType.CHOICE, List.of("Small", "Large")),
                            Set.of());
            FieldDescription size = other.field("lead", "Size");
            String large = size.option("Large").orElseThrow().key();
            RecordRef jane = other.created("person", Map.of("name", "Jane")).ref();

            CrmRecord lead = other.created("lead", Map.of("title", "Lead", "person_id", jane, size.key(), large));

            assertThat(other.read(lead.ref()).value(size.key())).contains(large);
        }
    }

    @ParameterizedTest
    @CsvSource({"9007199254740993,9007199254740990,double-precision", "0.1,0.1,''", "-1234.5600,-1234.56,''"})
    void tellsWhatADoubleHolds(String sent, String held, String loss) {
        FieldDescription field = FieldDescription.builder("planned:Number", FieldType.DECIMAL)
                .platformType("")
                .custom()
                .build();

        var stored = account.session.canonical(ObjectType.of("lead"), field, new BigDecimal(sent));

        assertThat(stored.value()).isEqualTo(new BigDecimal(held));
        assertThat(stored.loss().orElse("")).isEqualTo(loss);
    }

    private Map<String, Object> required(String object) {
        return switch (object) {
            case "organization", "person", "product" -> Map.of("name", "Every type");
            case "deal" -> Map.of("title", "Every type");
            default ->
                Map.of(
                        "title",
                        "Every type",
                        "person_id",
                        account.created("person", Map.of("name", "Jane")).ref());
        };
    }

    private static Map<String, Object> with(Map<String, Object> some, Map<String, Object> more) {
        Map<String, Object> all = new LinkedHashMap<>(some);
        all.putAll(more);
        return all;
    }

    /** Makes a field of every type, and returns a value for each by the field's key. */
    private Map<String, Object> samples(String object) {
        String owner = object.equals("lead") ? "deal" : object;
        for (FieldType type : List.of(FieldType.CHOICE, FieldType.CHOICES)) {
            account.session
                    .schema()
                    .ensure(
                            SchemaElement.pickList(
                                    ObjectType.of(owner), type.name(), type, List.of("Red", "Green", "Blue")),
                            Set.of());
        }
        Map<String, Object> values = new LinkedHashMap<>(plain());
        values.keySet().forEach(type -> account.addField(owner, type, type));
        ObjectDescription described = account.object(object);
        values.put("CHOICE", key(described, "CHOICE", "Green"));
        values.put("CHOICES", List.of(key(described, "CHOICES", "Blue"), key(described, "CHOICES", "Red")));
        Map<String, Object> byKey = new LinkedHashMap<>();
        values.forEach(
                (name, value) -> byKey.put(described.named(name).orElseThrow().key(), value));
        return byKey;
    }

    private static String key(ObjectDescription object, String field, String label) {
        return object.named(field).orElseThrow().option(label).orElseThrow().key();
    }

    private Map<String, Object> plain() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("varchar", " Some \"text\" \u00e4\u00df\ud83d\ude00 ");
        values.put("varchar_auto", "Auto");
        values.put("text", "First line\r\nSecond line");
        values.put("double", new BigDecimal("1234.5600"));
        values.put("phone", "+49 30 123456");
        values.put("date", LocalDate.of(2025, 2, 28));
        values.put("daterange", new DateRange(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)));
        values.put("time", LocalTime.of(7, 5));
        values.put("timerange", new TimeRange(LocalTime.of(22, 0), LocalTime.of(6, 30)));
        values.put("address", new Address("1 Main Street\nFlat 2", "Springfield", "IL", "01234", "US"));
        values.put("monetary", new Money(new BigDecimal("99.90"), "USD"));
        values.put(
                "org", account.created("organization", Map.of("name", "Acme")).ref());
        values.put("people", account.created("person", Map.of("name", "Jane")).ref());
        values.put("user", account.catalog().users().get(0).key());
        return values;
    }

    /** Compares as the engine does: what is held for a value with what is held for the one that came back. */
    private void assertSame(String object, Map<String, Object> sent, CrmRecord back) {
        ObjectDescription described = account.object(object);
        sent.forEach((key, value) -> {
            FieldDescription field = described.field(key).orElseThrow();
            assertThat(back.value(key).map(read -> canonical(object, field, read)))
                    .as("%s.%s", object, field.label())
                    .contains(canonical(object, field, value));
        });
    }

    private Object canonical(String object, FieldDescription field, Object value) {
        return account.session.canonical(ObjectType.of(object), field, value).value();
    }
}
