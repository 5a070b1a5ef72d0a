package dev.crmmigration.connector.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.catalog.Access;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.record.Address;
import dev.crmmigration.api.record.ContactPoint;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.DateRange;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.Money;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.Participant;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.api.record.TimeRange;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is written is what is read, for every object and every type of field. */
class RoundTripTest {

    private final SimulatedAccount account = SimulatedAccount.start();

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void readsWhatItWrote_forEveryTypeOfCustomField() {
        Map<FieldType, Object> samples = samples();
        samples.keySet().forEach(type -> account.session.schema().ensure(element(type), Set.of()));
        Map<String, Object> fields = new LinkedHashMap<>(Map.of("title", "Every type"));
        samples.forEach((type, value) -> {
            FieldDescription field = account.field("deal", type.name());
            fields.put(field.key(), bound(field, value));
        });

        CrmRecord stored = account.created("deal", fields);

        assertSame("deal", fields, stored);
        assertSame("deal", fields, account.read(stored.ref()));
    }

    @Test
    void readsWhatItWrote_forTypesThatOnlyPeopleMake() {
        RecordRef acme = account.created("organization", Map.of("name", "Acme")).ref();
        RecordRef jane = account.created("person", Map.of("name", "Jane")).ref();
        Map<String, Object> samples =
                Map.of("org", acme, "people", jane, "varchar_auto", "Auto", "phone", "+49 30 123456");
        samples.keySet().forEach(type -> account.addField("person", type, type));
        Map<String, Object> fields = new LinkedHashMap<>(Map.of("name", "Every type"));
        samples.forEach(
                (type, value) -> fields.put(account.field("person", type).key(), value));

        CrmRecord stored = account.created("person", fields);

        assertSame("person", fields, stored);
        assertSame("person", fields, account.read(stored.ref()));
    }

    private Map<FieldType, Object> samples() {
        String user = account.catalog().users().get(0).key();
        Map<FieldType, Object> samples = new LinkedHashMap<>();
        samples.put(FieldType.TEXT, " Some \"text\" \u00e4\u00df\ud83d\ude00 ");
        samples.put(FieldType.LONG_TEXT, "First line\r\nSecond line");
        samples.put(FieldType.INTEGER, 42L);
        samples.put(FieldType.DECIMAL, new BigDecimal("1234.5600"));
        samples.put(FieldType.BOOLEAN, true);
        samples.put(FieldType.DATE, LocalDate.of(2025, 2, 28));
        samples.put(FieldType.TIME, LocalTime.of(7, 5));
        samples.put(FieldType.INSTANT, Instant.parse("2025-02-28T23:59:59Z"));
        samples.put(FieldType.DURATION, Duration.ofMinutes(95));
        samples.put(FieldType.MONEY, new Money(new BigDecimal("99.90"), "EUR"));
        samples.put(FieldType.ADDRESS, new Address("1 Main Street\nFlat 2", "Springfield", "IL", "01234", "US"));
        samples.put(FieldType.CHOICE, "Blue");
        samples.put(FieldType.CHOICES, List.of("Blue", "Red"));
        samples.put(FieldType.USER, user);
        samples.put(FieldType.DATE_RANGE, new DateRange(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)));
        samples.put(FieldType.TIME_RANGE, new TimeRange(LocalTime.of(22, 0), LocalTime.of(6, 30)));
        return samples;
    }

    private static SchemaElement element(FieldType type) {
        boolean pickList = type == FieldType.CHOICE || type == FieldType.CHOICES;
        return pickList
                ? SchemaElement.pickList(ObjectType.of("deal"), type.name(), type, List.of("Red", "Green", "Blue"))
                : SchemaElement.field(ObjectType.of("deal"), type.name(), type);
    }

    /** Does what the engine does before a write: labels become keys. */
    private static Object bound(FieldDescription field, Object value) {
        if (field.type() == FieldType.CHOICE && value instanceof String label) {
            return field.option(label).orElseThrow().key();
        }
        if (field.type() == FieldType.CHOICES && value instanceof List<?> labels) {
            return labels.stream()
                    .map(label -> field.option((String) label).orElseThrow().key())
                    .toList();
        }
        return value;
    }

    @Test
    void readsWhatItWrote_forEveryObject() {
        String user = account.catalog().users().get(0).key();
        Map<String, Object> organization = Map.of(
                "name",
                "Acme  Ltd",
                "owner_id",
                user,
                "address",
                new Address("", "Paris", "", "75001", "France"),
                "add_time",
                Instant.parse("2019-05-06T07:08:09Z"));
        RecordRef acme = checked("organization", organization);
        Map<String, Object> person = Map.of(
                "name",
                "Jane  van der Doe",
                "emails",
                List.of(
                        new ContactPoint("jane@example.org", "", false),
                        new ContactPoint("doe@example.org", "home", true)),
                "phones",
                List.of(new ContactPoint("+49 30 123", "mobile", false)),
                "org_id",
                acme,
                "owner_id",
                user,
                "add_time",
                Instant.parse("2020-05-06T07:08:09Z"));
        RecordRef jane = checked("person", person);
        FieldDescription stage = account.field("deal", "stage_id");
        Map<String, Object> deal = new HashMap<>(Map.of(
                "title",
                "First deal",
                "value",
                new BigDecimal("1500.50"),
                "currency",
                "EUR",
                "status",
                "won",
                "won_time",
                Instant.parse("2024-01-02T03:04:05Z"),
                "stage_id",
                stage.options().get(1).key(),
                "person_id",
                jane,
                "org_id",
                acme,
                "owner_id",
                user,
                "expected_close_date",
                LocalDate.of(2024, 1, 31)));
        RecordRef won = checked("deal", deal);
        Map<String, Object> activity = new HashMap<>(Map.of(
                "subject",
                "Call",
                "type",
                account.field("activity", "type").options().get(0).key(),
                "due_date",
                LocalDate.of(2024, 1, 1),
                "due_time",
                LocalTime.of(15, 30),
                "duration",
                Duration.ofMinutes(45),
                "done",
                true,
                "owner_id",
                user,
                "deal_id",
                won,
                "org_id",
                acme,
                "participants",
                List.of(new Participant(jane, false))));
        activity.put("note", "<p>Said <b>yes</b> &amp; paid</p><script>alert(1)</script>");
        activity.put("location", "Room 12");
        checked("activity", activity);
        checked(
                "note",
                Map.of(
                        "content", "<div>5 &lt; 6</div>",
                        "person_id", jane,
                        "deal_id", won,
                        "add_time", Instant.parse("2018-01-02T03:04:05Z"),
                        "user_id", user));
    }

    private RecordRef checked(String type, Map<String, Object> fields) {
        CrmRecord stored = account.created(type, fields);
        assertSame(type, fields, stored);
        assertSame(type, fields, account.read(stored.ref()));
        return stored.ref();
    }

    /** Compares as the engine does: what is held for a value with what is held for the one that came back. */
    private void assertSame(String type, Map<String, Object> sent, CrmRecord back) {
        sent.forEach((key, value) -> assertThat(back.value(key).map(read -> canonical(type, key, read)))
                .as("%s.%s", type, key)
                .contains(canonical(type, key, value)));
    }

    private Object canonical(String type, String key, Object value) {
        FieldDescription field = account.object(type).field(key).orElseThrow();
        return account.session.canonical(ObjectType.of(type), field, value).value();
    }

    @Test
    void changesNothing_whenItWritesWhatItRead() {
        RecordRef acme = account.created(
                        "organization", Map.of("name", "Acme", "address", new Address("1 A St", "Bonn", "", "", "DE")))
                .ref();
        RecordRef jane = account.created(
                        "person",
                        Map.of(
                                "name",
                                "Jane Doe",
                                "org_id",
                                acme,
                                "emails",
                                List.of(new ContactPoint("jane@example.org", "", false))))
                .ref();
        RecordRef deal = account.created("deal", Map.of("title", "Deal", "person_id", jane))
                .ref();
        RecordRef note = account.created("note", Map.of("content", "<p>Hello</p>", "deal_id", deal))
                .ref();
        RecordRef activity = account.created(
                        "activity",
                        Map.of(
                                "subject",
                                "Meet",
                                "participants",
                                List.of(new Participant(jane, true)),
                                "deal_id",
                                deal))
                .ref();

        for (RecordRef ref : List.of(acme, jane, deal, note, activity)) {
            CrmRecord before = account.read(ref);
            account.update(ref, writable(before));
            CrmRecord after = account.read(ref);

            assertThat(writable(after)).as("%s", ref).isEqualTo(writable(before));
        }
    }

    private Map<String, FieldValue> writable(CrmRecord record) {
        Map<String, FieldValue> fields = new LinkedHashMap<>(record.fields());
        fields.keySet()
                .removeIf(key -> account.object(record.ref().type().name())
                                .field(key)
                                .orElseThrow()
                                .access()
                        != Access.WRITABLE);
        return fields;
    }

    @Test
    void emptiesFields_whenTheyAreCleared() {
        RecordRef acme = account.created("organization", Map.of("name", "Acme")).ref();
        RecordRef jane = account.created(
                        "person",
                        Map.of(
                                "name",
                                "Jane Doe",
                                "org_id",
                                acme,
                                "phones",
                                List.of(new ContactPoint("123", "", false))))
                .ref();

        CrmRecord stored = SimulatedAccount.stored(
                account.update(jane, Map.of("org_id", FieldValue.cleared(), "phones", FieldValue.cleared())));

        assertThat(stored.fields()).doesNotContainKeys("org_id", "phones").containsKey("name");
    }
}
