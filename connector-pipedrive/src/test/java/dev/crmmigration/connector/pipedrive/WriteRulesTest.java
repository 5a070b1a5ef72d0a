package dev.crmmigration.connector.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.crmmigration.api.catalog.Access;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.destination.Presence;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What Pipedrive wants of several fields together, and of some accounts only. */
class WriteRulesTest {

    private static final ObjectType DEAL = ObjectType.of("deal");

    private final SimulatedAccount account = SimulatedAccount.start();

    @AfterEach
    void close() {
        account.close();
    }

    private static List<String> errors(WriteOutcome outcome) {
        assertThat(outcome).isInstanceOf(WriteOutcome.Rejected.class);
        return ((WriteOutcome.Rejected) outcome)
                .errors().stream().map(FieldError::toString).toList();
    }

    private RecordRef person() {
        return account.created("person", Map.of("name", "Jane")).ref();
    }

    @Test
    void leavesTheProbabilityAlone_whereNoPipelineHasOne() {
        assertThat(account.field("deal", "probability").access()).isEqualTo(Access.READ_ONLY);
        assertThat(errors(account.create("deal", Map.of("title", "A", "probability", BigDecimal.TEN))))
                .containsExactly("NOT_WRITABLE (probability)");
    }

    @Test
    void writesTheProbability_whereThePipelineHasOne() {
        account.addPipeline("With probability", true);
        account.session.schema().ensure(SchemaElement.stage(DEAL, "stage_id", "With probability", "Talks"), Set.of());
        FieldDescription stages = account.field("deal", "stage_id");
        String with = stages.option("With probability / Talks").orElseThrow().key();
        String without = stages.options().get(0).key();
        Map<String, Object> fields = Map.of("title", "A", "probability", new BigDecimal("75"), "stage_id", with);

        assertThat(account.field("deal", "probability").access()).isEqualTo(Access.WRITABLE);
        assertThat(account.read(account.created("deal", fields).ref()).value("probability"))
                .contains(new BigDecimal("75"));
        assertThat(errors(account.create(
                        "deal", Map.of("title", "A", "probability", BigDecimal.TEN, "stage_id", without))))
                .containsExactly("PROBABILITY_OFF (probability)");
    }

    @Test
    void keepsTheHistoryOfALostAndArchivedDeal() {
        Map<String, Object> fields = Map.of(
                "title",
                "A",
                "status",
                "lost",
                "lost_reason",
                "Too late",
                "lost_time",
                Instant.parse("2024-01-02T03:04:05Z"),
                "close_time",
                Instant.parse("2024-01-02T03:04:05Z"),
                "is_archived",
                true,
                "archive_time",
                Instant.parse("2024-02-03T04:05:06Z"));

        CrmRecord stored = account.created("deal", fields);

        CrmRecord read = account.read(stored.ref());
        fields.forEach((key, value) -> assertThat(read.value(key)).as(key).contains(value));
    }

    @Test
    void findsArchivedDeals_whicheverWayTheyAreLookedFor() {
        RecordRef jane = person();
        RecordRef open = account.created("deal", Map.of("title", "Open", "person_id", jane))
                .ref();
        RecordRef archived = account.created(
                        "deal", Map.of("title", "Archived", "person_id", jane, "is_archived", true))
                .ref();
        RecordRef gone = account.created("deal", Map.of("title", "Gone")).ref();
        account.delete(gone);
        Stream<ScanRequest> requests = Stream.of(
                new ScanRequest.All(DEAL),
                new ScanRequest.ChangedSince(DEAL, SimulatedAccount.START),
                new ScanRequest.ByIds(DEAL, List.of(open.id(), archived.id(), gone.id())),
                new ScanRequest.OfParents(DEAL, List.of(jane)));

        assertThat(requests)
                .allSatisfy(request -> assertThat(account.scan(request))
                        .extracting(CrmRecord::ref)
                        .contains(open, archived)
                        .doesNotContain(gone));
        assertThat(account.session.reader().presence(archived)).isEqualTo(Presence.LIVE);
        assertThat(account.session.reader().presence(gone)).isEqualTo(Presence.GONE);
    }

    static List<Arguments> names() {
        return List.of(
                arguments(Map.of("name", "Jane van der Doe"), "Jane van der Doe", "Jane", "van der Doe"),
                arguments(
                        Map.of("name", "Mary Ann Doe", "first_name", "Mary Ann", "last_name", "Doe"),
                        "Mary Ann Doe",
                        "Mary Ann",
                        "Doe"),
                arguments(
                        Map.of("name", "Doe, Jane", "first_name", "Jane", "last_name", "Doe"),
                        "Jane Doe",
                        "Jane",
                        "Doe"),
                arguments(Map.of("name", "Cher", "first_name", "Cher"), "Cher", "Cher", ""),
                arguments(Map.of("name", "Jane Doe", "first_name", "Janet"), "Jane Doe", "Jane", "Doe"),
                arguments(Map.of("name", "Doe", "last_name", "Doe"), "Doe", "", "Doe"),
                arguments(Map.of("first_name", "Jane"), "Jane", "Jane", ""));
    }

    @ParameterizedTest
    @MethodSource("names")
    void givesAPersonTheNameThatSaysMost(Map<String, Object> fields, String name, String first, String last) {
        CrmRecord read = account.read(account.created("person", fields).ref());

        assertThat(read.value("name")).contains(name);
        assertThat(read.value("first_name").orElse("")).isEqualTo(first);
        assertThat(read.value("last_name").orElse("")).isEqualTo(last);
    }

    @Test
    void changesThePartsOfAName() {
        RecordRef jane = account.created("person", Map.of("name", "Jane Doe")).ref();

        account.update(jane, Map.of("last_name", "Roe"));
        assertThat(account.read(jane).value("name")).contains("Jane Roe");

        account.update(jane, Map.of("name", "Ann Poe"));
        assertThat(account.read(jane).value("first_name")).contains("Ann");
    }

    @Test
    void refusesAnActivityWithTwoParents_andANoteWithoutAny() {
        RecordRef jane = person();
        RecordRef deal = account.created("deal", Map.of("title", "A")).ref();
        RecordRef lead =
                account.created("lead", Map.of("title", "A", "person_id", jane)).ref();

        assertThat(errors(account.create("activity", Map.of("subject", "A", "deal_id", deal, "lead_id", lead))))
                .containsExactly("TWO_PARENTS (lead_id)");
        assertThat(errors(account.create("note", Map.of("content", "Hi")))).containsExactly("NO_PARENT");
        assertThat(errors(account.create(
                        "note", Map.of("content", "Hi", "person_id", jane, "pinned_to_deal_flag", true))))
                .containsExactly("NO_PARENT (pinned_to_deal_flag)");
    }

    @Test
    void pinsANote() {
        RecordRef jane = person();
        RecordRef note = account.created(
                        "note", Map.of("content", "Hi", "person_id", jane, "pinned_to_person_flag", true))
                .ref();
        assertThat(account.read(note).value("pinned_to_person_flag")).contains(true);

        account.update(note, Map.of("pinned_to_person_flag", false));

        assertThat(account.read(note).value("pinned_to_person_flag")).contains(false);
    }

    @Test
    void keepsAnActivityOfAWholeDay() {
        LocalDate day = LocalDate.of(2026, 4, 1);

        CrmRecord read = account.read(account.created("activity", Map.of("subject", "A", "due_date", day))
                .ref());

        assertThat(read.value("due_date")).contains(day);
        assertThat(read.fields()).doesNotContainKey("due_time");
    }

    @Test
    void writesThePriority_whereTheAccountTellsWhichThereAre() {
        try (MockAccount mock = new MockAccount();
                DestinationSession session = mock.open()) {
            FieldDescription priority = session.catalog()
                    .object(ObjectType.of("activity"))
                    .flatMap(object -> object.field("priority"))
                    .orElseThrow();
            mock.answers.add(MockAccount.json(200, "{\"success\":true,\"data\":{\"id\":1,\"priority\":33}}"));
            Write create = new Write.Create(
                    SimulatedAccount.effect("activity"),
                    ObjectType.of("activity"),
                    SimulatedAccount.values(Map.of(
                            "subject",
                            "A",
                            "priority",
                            priority.option("High").orElseThrow().key())));

            CrmRecord stored = SimulatedAccount.stored(
                    session.writer().write(List.of(create)).get(0));

            assertThat(priority.access()).isEqualTo(Access.WRITABLE);
            assertThat(mock.onlyBody()).isEqualTo("{\"priority\":33,\"subject\":\"A\"}");
            assertThat(stored.value("priority")).contains("33");
        }
    }

    @Test
    void leavesThePriorityAlone_whereOnlyAdminsSeeWhichThereAre() {
        try (SimulatedAccount other = SimulatedAccount.start("admin", "off")) {
            assertThat(other.field("activity", "priority").access()).isEqualTo(Access.READ_ONLY);
        }
    }

    @ParameterizedTest
    @CsvSource({"note,content", "activity,note"})
    void refusesATextThatIsTooLong_andTellsThePlan(String object, String field) {
        String tooLong = "<p>" + "\u00e4".repeat(50_000) + "</p>";
        String longest = "\u00e4".repeat(50_000);
        Map<String, Object> fields = object.equals("note") ? Map.of("person_id", person()) : Map.of("subject", "A");
        FieldDescription description = account.field(object, field);

        Stored stored = account.session.canonical(ObjectType.of(object), description, tooLong);

        assertThat(stored.loss()).contains("truncated-100kb");
        assertThat(account.session.canonical(ObjectType.of(object), description, stored.value()))
                .isEqualTo(Stored.as(stored.value()));
        assertThat(errors(account.create(object, with(fields, field, tooLong))))
                .containsExactly("TOO_LONG (" + field + ")");
        assertThat(account.create(object, with(fields, field, longest))).isInstanceOf(WriteOutcome.Written.class);
    }

    private static Map<String, Object> with(Map<String, Object> fields, String key, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        all.put(key, value);
        return all;
    }

    @ParameterizedTest
    @CsvSource({
        "organization,owner,1",
        "person,everyone,7",
        "deal,group,3",
        "product,subgroups,5",
        "lead,owner,1",
        "lead,everyone,7",
        "activity,owner,"
    })
    void letsThoseSeeNewRecords_whomTheSettingNames(String object, String visibleTo, String code) {
        Map<String, FieldValue> fields = SimulatedAccount.values(
                switch (object) {
                    case "deal" -> Map.of("title", "A");
                    case "activity" -> Map.of("subject", "A");
                    case "lead" -> Map.of("title", "A", "person_id", person());
                    default -> Map.of("name", "A");
                });
        try (DestinationSession session = account.open("visibleTo", visibleTo)) {
            Write create = new Write.Create(SimulatedAccount.effect(object), ObjectType.of(object), fields);

            CrmRecord stored = SimulatedAccount.stored(
                    session.writer().write(List.of(create)).get(0));

            assertThat(stored.value("visible_to").map(Object::toString).orElse(null))
                    .isEqualTo(code);
        }
    }

    @Test
    void tellsAHiddenRecordFromOneThatIsGone() {
        try (MockAccount mock = new MockAccount();
                DestinationSession session = mock.open()) {
            RecordRef person = RecordRef.of("person", "12");
            mock.answers.add(MockAccount.json(403, "{\"success\":false}"));
            mock.answers.add(MockAccount.json(404, "{\"success\":false}"));
            mock.answers.add(MockAccount.json(400, "{\"success\":false}"));

            assertThat(session.reader().presence(person)).isEqualTo(Presence.HIDDEN);
            assertThat(session.reader().presence(person)).isEqualTo(Presence.GONE);
            assertThat(session.reader().presence(person)).isEqualTo(Presence.UNKNOWN);
            assertThat(session.reader().presence(RecordRef.of("dealFollower", "1-2")))
                    .isEqualTo(Presence.UNKNOWN);
        }
    }

    @Test
    void keepsTheDayOfAMoment_andTheWholeOfItAsText() {
        Instant moment = Instant.parse("2025-03-04T23:30:15.5Z");
        for (FieldType type : List.of(FieldType.INSTANT, FieldType.TEXT)) {
            String name = type == FieldType.INSTANT ? "Signed" : "Signed (exact)";
            account.session.schema().ensure(SchemaElement.field(DEAL, name, type), Set.of());
        }
        FieldDescription day = account.field("deal", "Signed");
        FieldDescription exact = account.field("deal", "Signed (exact)");

        CrmRecord deal = account.created("deal", Map.of("title", "A", day.key(), moment, exact.key(), moment));

        assertThat(deal.value(day.key())).contains(LocalDate.of(2025, 3, 4));
        assertThat(deal.value(exact.key())).contains("2025-03-04T23:30:15Z");
        assertThat(account.session.canonical(DEAL, day, moment))
                .isEqualTo(Stored.losing(LocalDate.of(2025, 3, 4), "time-of-day"));
    }
}
