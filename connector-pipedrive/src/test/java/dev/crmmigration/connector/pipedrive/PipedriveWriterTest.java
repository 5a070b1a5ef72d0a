package dev.crmmigration.connector.pipedrive;

import static dev.crmmigration.connector.pipedrive.MockAccount.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.destination.WriteOutcome.How;
import dev.crmmigration.api.destination.WriteOutcome.Reason;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.record.Address;
import dev.crmmigration.api.record.ContactPoint;
import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.Participant;
import dev.crmmigration.api.record.RecordRef;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What calls are made of, and what every kind of answer means. */
class PipedriveWriterTest {

    private static final Map<String, Object> JANE = Map.of("name", "Jane Doe");
    private static final EffectId EFFECT = SimulatedAccount.effect("person");

    private final MockAccount account = new MockAccount();

    @AfterEach
    void close() {
        account.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202})
    void isWritten_whenAnAnswerOfTheTwoHundredsHoldsTheRecord(int status) {
        WriteOutcome outcome = account.create(
                json(status, "{\"success\":true,\"data\":{\"id\":12,\"name\":\"Jane Doe\",\"org_id\":3}}"),
                "person",
                JANE);

        WriteOutcome.Written written = (WriteOutcome.Written) outcome;
        assertThat(written.ref()).isEqualTo(RecordRef.of("person", "12"));
        assertThat(written.how()).isEqualTo(How.CREATED);
        assertThat(written.stored().orElseThrow().fields())
                .containsEntry("name", FieldValue.of("Jane Doe"))
                .containsEntry("org_id", FieldValue.of(RecordRef.of("organization", "3")));
        assertThat(written.effect()).isEqualTo(EFFECT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "{\"success\":true,\"data\":null}",
                "{\"success\":true,\"data\":{}}",
                "{\"success\":false,\"data\":{\"id\":1}}",
                "{\"success\":true,\"data\":{\"id\":12,"
            })
    void isInDoubt_whenAnAnswerOfTheTwoHundredsIsNotUsable(String body) {
        assertThat(account.create(json(200, body), "person", JANE))
                .isEqualTo(new WriteOutcome.InDoubt(EFFECT, "UNREADABLE_REPLY"));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 501, 502, 503, 524, 408})
    void isInDoubt_whenTheServerFails(int status) {
        WriteOutcome outcome = account.create(
                json(status, "{\"success\":false,\"code\":\"ERR_UNKNOWN\"}")
                        .newBuilder()
                        .addHeader("Retry-After", "0")
                        .build(),
                "person",
                JANE);

        assertThat(outcome).isEqualTo(new WriteOutcome.InDoubt(EFFECT, "HTTP_" + status));
        assertThat(account.requests).hasSize(1);
    }

    @Test
    void isInDoubt_whenTheConnectionBreaksAfterTheRequest() {
        MockResponse reset = new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();

        WriteOutcome outcome = account.create(reset, "person", JANE);

        assertThat(outcome).isInstanceOf(WriteOutcome.InDoubt.class);
        assertThat(account.requests).hasSize(1);
    }

    @Test
    void isPostponed_whenTheServerCannotBeReached() {
        Write write = new Write.Create(EFFECT, ObjectType.of("person"), SimulatedAccount.values(JANE));
        WriteOutcome outcome;
        try (DestinationSession session = account.open()) {
            session.catalog();
            account.server.close();
            session.writer().write(List.of(write)); // finds the connection of the catalog broken
            outcome = session.writer().write(List.of(write)).get(0);
        }

        assertThat(outcome)
                .isEqualTo(new WriteOutcome.Postponed(EFFECT, MockAccount.NOW.plusSeconds(5), Reason.OUTAGE));
    }

    @Test
    void isPostponed_whenTheMeterRefuses() {
        Instant midnight = Instant.parse("2026-03-03T00:00:00Z");
        WriteOutcome outcome;
        try (DestinationSession session = account.open()) {
            session.catalog();
            account.meter().refuseUntil(midnight);
            outcome = session.writer()
                    .write(List.of(new Write.Create(EFFECT, ObjectType.of("person"), SimulatedAccount.values(JANE))))
                    .get(0);
        }

        assertThat(outcome).isEqualTo(new WriteOutcome.Postponed(EFFECT, midnight, Reason.BUDGET));
        assertThat(account.requests).isEmpty();
    }

    @Test
    void isPostponed_whenTheFieldsOfTheAccountCannotBeReadYet() {
        Instant midnight = Instant.parse("2026-03-03T00:00:00Z");
        WriteOutcome outcome;
        try (DestinationSession session = account.open()) {
            account.meter().refuseUntil(midnight);
            outcome = session.writer()
                    .write(List.of(new Write.Create(EFFECT, ObjectType.of("person"), SimulatedAccount.values(JANE))))
                    .get(0);
        }

        assertThat(outcome).isEqualTo(new WriteOutcome.Postponed(EFFECT, midnight, Reason.BUDGET));
    }

    @ParameterizedTest
    @CsvSource({"x-ratelimit-remaining,0,x-ratelimit-reset,2,2", "Retry-After,3,x-other,1,3", "x-none,1,x-other,1,30"})
    void isPostponedForABurst_andTellsTheMeter(String first, String value, String second, String reset, int seconds) {
        MockResponse tooMany = json(429, "{\"success\":false}")
                .newBuilder()
                .addHeader(first, value)
                .addHeader(second, reset)
                .build();

        WriteOutcome outcome = account.create(tooMany, "person", JANE);

        assertThat(outcome)
                .isEqualTo(new WriteOutcome.Postponed(EFFECT, MockAccount.NOW.plusSeconds(seconds), Reason.BURST));
        assertThat(account.meter().lessons)
                .containsExactly(
                        "burst 0 " + Instant.parse("2026-03-02T22:30:00Z").plusSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"x-ratelimit-remaining,35", "x-daily-ratelimit-token-remaining,0", "Retry-After,5400"})
    void isPostponedToTheServersMidnight_whenTheDayIsGone(String header, String value) {
        MockResponse tooMany = json(429, "{\"success\":false}")
                .newBuilder()
                .addHeader(header, value)
                .build();

        WriteOutcome outcome = account.create(tooMany, "person", JANE);

        assertThat(outcome)
                .isEqualTo(new WriteOutcome.Postponed(EFFECT, Instant.parse("2026-03-03T00:00:00Z"), Reason.BUDGET));
        assertThat(account.meter().lessons).containsExactly("daily 0 2026-03-03T00:00:00Z");
    }

    @Test
    void isPostponedForMinutes_whenTheGatewayBlocks() {
        MockResponse blocked = new MockResponse.Builder()
                .code(403)
                .addHeader("Content-Type", "text/html")
                .body("<html>Attention required</html>")
                .build();

        assertThat(account.create(blocked, "person", JANE))
                .isEqualTo(new WriteOutcome.Postponed(
                        EFFECT, MockAccount.NOW.plus(Duration.ofMinutes(5)), Reason.BLOCKED));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 402, 307})
    void stops_whenTheAccountRefusesAllCalls(int status) {
        MockResponse refusal = json(status, "{\"success\":false,\"error\":\"unauthorized access\"}")
                .newBuilder()
                .addHeader("Location", "https://elsewhere.example.org/")
                .build();

        assertThatThrownBy(() -> account.create(refusal, "person", JANE))
                .isInstanceOf(FatalConnectorException.class)
                .hasMessageStartingWith("POST /api/v2/persons returned " + status + ". ")
                .hasMessageNotContaining(MockAccount.TOKEN)
                .hasMessageNotContaining("Jane");
        assertThat(account.requests).hasSize(1);
    }

    @Test
    void isRejectedFieldByField_whenTheValidationFails() {
        String body = """
                {"success":false,"code":"ERR_SCHEMA_VALIDATION_FAILED","error":"Validation failed: due_time: This value\
                 is not a valid datetime.; custom_fields.c0ffee: Wrong type; emails[0].value: Too long"}
                """;

        WriteOutcome.Rejected rejected = rejected(account.create(json(400, body), "person", JANE));

        assertThat(rejected.errors())
                .containsExactly(
                        new FieldError(
                                "due_time",
                                "ERR_SCHEMA_VALIDATION_FAILED",
                                "Pipedrive says: This value is not a valid datetime."),
                        new FieldError("c0ffee", "ERR_SCHEMA_VALIDATION_FAILED", "Pipedrive says: Wrong type"),
                        new FieldError("emails", "ERR_SCHEMA_VALIDATION_FAILED", "Pipedrive says: Too long"));
    }

    @Test
    void isRejectedWithTheField_whenPipedriveNamesItsCode() {
        String body =
                "{\"success\":false,\"code\":\"ERR_BAD_REQUEST\",\"error\":\"No such option\",\"field_code\":\"f00d\"}";

        assertThat(rejected(account.create(json(400, body), "person", JANE)).errors())
                .containsExactly(new FieldError("f00d", "ERR_BAD_REQUEST", "Pipedrive says: No such option"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403|feature_capping_deals_limit|FEATURE_CAPPING_DEALS_LIMIT|The plan allows no more open deals.",
                "403||HTTP_403|The token's user may not do this.",
                "404||HTTP_404|The record is not there",
                "409|bad code!|HTTP_409|Pipedrive says: Sorry",
                "415||HTTP_415|Pipedrive says: Sorry",
                "422||HTTP_422|Pipedrive says: Sorry"
            })
    void isRejectedForGood_forEveryOtherAnswerOfTheFourHundreds(
            int status, String vendorCode, String code, String remedy) {
        String body = vendorCode == null
                ? "{\"success\":false,\"error\":\"Sorry\"}"
                : "{\"success\":false,\"error\":\"Sorry\",\"code\":\"" + vendorCode + "\"}";

        List<FieldError> errors =
                rejected(account.create(json(status, body), "person", JANE)).errors();

        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).code()).isEqualTo(code);
        assertThat(errors.get(0).remedy()).startsWith(remedy);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404|Object was not found.",
                "410|Gone",
                "400|The person is already deleted",
            })
    void isAlreadyGone_whenADeleteFindsNothing(int status, String error) {
        WriteOutcome outcome = account.delete(json(status, "{\"success\":false,\"error\":\"" + error + "\"}"));

        assertThat(outcome)
                .isEqualTo(new WriteOutcome.Written(
                        EFFECT, RecordRef.of("person", "12"), How.ALREADY_GONE, Optional.empty()));
    }

    @Test
    void isDeleted() {
        WriteOutcome outcome = account.delete(json(200, "{\"success\":true,\"data\":{\"id\":12}}"));

        assertThat(outcome)
                .isEqualTo(
                        new WriteOutcome.Written(EFFECT, RecordRef.of("person", "12"), How.DELETED, Optional.empty()));
        assertThat(account.onlyRequest().getMethod()).isEqualTo("DELETE");
        assertThat(account.onlyRequest().getTarget()).isEqualTo("/api/v2/persons/12");
    }

    @Test
    void sendsTheTokenInAHeaderAndNowhereElse() {
        account.create(json(200, "{}"), "person", JANE);

        RecordedRequest request = account.onlyRequest();
        assertThat(request.getHeaders().get("x-api-token")).isEqualTo(MockAccount.TOKEN);
        assertThat(request.getTarget()).isEqualTo("/api/v2/persons");
    }

    @Test
    void sendsAPerson() {
        account.create(
                json(200, "{}"),
                "person",
                Map.of(
                        "name", "Jane Doe",
                        "owner_id", "7",
                        "org_id", RecordRef.of("organization", "3"),
                        "label_ids", List.of("5"),
                        "emails", List.of(new ContactPoint("jane@example.org", "", false)),
                        "add_time", Instant.parse("2020-01-02T03:04:05.678Z"),
                        "c0ffee", new BigDecimal("12.50"),
                        "f00d", List.of("12", "11")));

        assertThat(account.onlyBody())
                .isEqualTo(
                        "{\"add_time\":\"2020-01-02T03:04:05Z\",\"custom_fields\":{\"c0ffee\":12.50,\"f00d\":[12,11]},"
                                + "\"emails\":[{\"label\":\"work\",\"primary\":true,\"value\":\"jane@example.org\"}],"
                                + "\"label_ids\":[5],\"name\":\"Jane Doe\",\"org_id\":3,\"owner_id\":7}");
    }

    @Test
    void sendsAnOrganizationsAddress() {
        account.create(
                json(200, "{}"),
                "organization",
                Map.of("name", "Acme", "address", new Address("1 Main St\nFlat 2", "Berlin", "", "10115", "Germany")));

        assertThat(account.onlyBody())
                .isEqualTo("{\"address\":{\"country\":\"Germany\",\"locality\":\"Berlin\",\"postal_code\":\"10115\","
                        + "\"value\":\"1 Main St, Flat 2, Berlin, 10115, Germany\"},\"name\":\"Acme\"}");
    }

    @Test
    void sendsADeal() {
        account.create(
                json(200, "{}"),
                "deal",
                Map.of(
                        "title",
                        "Deal",
                        "value",
                        new BigDecimal("1000"),
                        "currency",
                        "EUR",
                        "status",
                        "lost",
                        "lost_time",
                        Instant.parse("2024-01-02T03:04:05Z"),
                        "stage_id",
                        "3",
                        "person_id",
                        RecordRef.of("person", "12"),
                        "expected_close_date",
                        LocalDate.of(2024, 2, 29)));

        assertThat(account.onlyBody())
                .isEqualTo("{\"currency\":\"EUR\",\"expected_close_date\":\"2024-02-29\","
                        + "\"lost_time\":\"2024-01-02T03:04:05Z\",\"person_id\":12,\"stage_id\":3,\"status\":\"lost\","
                        + "\"title\":\"Deal\",\"value\":1000}");
    }

    @Test
    void sendsAnActivity() {
        account.create(
                json(200, "{}"),
                "activity",
                Map.of(
                        "subject",
                        "Call",
                        "type",
                        "call",
                        "due_date",
                        LocalDate.of(2024, 2, 29),
                        "due_time",
                        LocalTime.of(9, 5),
                        "duration",
                        Duration.ofMinutes(90),
                        "done",
                        true,
                        "location",
                        "Room 1",
                        "participants",
                        List.of(
                                new Participant(RecordRef.of("person", "12"), false),
                                new Participant(RecordRef.of("person", "13"), false))));

        assertThat(account.onlyBody())
                .isEqualTo(
                        "{\"done\":true,\"due_date\":\"2024-02-29\",\"due_time\":\"09:05:00\",\"duration\":\"01:30\","
                                + "\"location\":{\"value\":\"Room 1\"},\"participants\":[{\"person_id\":12,\"primary\":true},"
                                + "{\"person_id\":13,\"primary\":false}],\"subject\":\"Call\",\"type\":\"call\"}");
    }

    @Test
    void updatesANote_byTheFirstVersion() {
        Write.Update update = new Write.Update(
                EFFECT,
                RecordRef.of("note", "77"),
                SimulatedAccount.values(Map.of(
                        "content", "<p>Hi</p>",
                        "add_time", Instant.parse("2018-01-02T03:04:05Z"),
                        "deal_id", FieldValue.cleared())));

        account.write(json(200, "{}"), update);

        assertThat(account.onlyRequest().getMethod()).isEqualTo("PUT");
        assertThat(account.onlyRequest().getTarget()).isEqualTo("/v1/notes/77");
        assertThat(account.onlyBody())
                .isEqualTo("{\"add_time\":\"2018-01-02 03:04:05\",\"content\":\"<p>Hi</p>\",\"deal_id\":null}");
    }

    @Test
    void updatesAPerson_andEmptiesFieldsInTheirOwnWay() {
        Write.Update update = new Write.Update(
                EFFECT,
                RecordRef.of("person", "12"),
                SimulatedAccount.values(Map.of(
                        "label_ids", FieldValue.cleared(),
                        "emails", FieldValue.cleared(),
                        "f00d", FieldValue.cleared())));

        WriteOutcome outcome = account.write(json(200, "{\"success\":true,\"data\":{\"id\":12}}"), update);

        assertThat(((WriteOutcome.Written) outcome).how()).isEqualTo(How.UPDATED);
        assertThat(account.onlyRequest().getMethod()).isEqualTo("PATCH");
        assertThat(account.onlyRequest().getTarget()).isEqualTo("/api/v2/persons/12");
        assertThat(account.onlyBody()).isEqualTo("{\"custom_fields\":{\"f00d\":null},\"emails\":[],\"label_ids\":[]}");
    }

    @Test
    void isRejectedUnsent_whenTheRecordDoesNotFit() {
        Map<String, Object> fields =
                Map.of("name", List.of("x"), "update_time", Instant.EPOCH, "nothing", "x", "f00d", List.of("Red"));

        List<FieldError> errors =
                rejected(account.create(json(200, "{}"), "person", fields)).errors();

        assertThat(errors)
                .extracting(FieldError::toString)
                .containsExactlyInAnyOrder(
                        "WRONG_TYPE (name)",
                        "NOT_WRITABLE (update_time)",
                        "UNKNOWN_FIELD (nothing)",
                        "NO_SUCH_OPTION (f00d)");
        assertThat(account.requests).isEmpty();
    }

    @Test
    void isRejectedUnsent_whenAnUpdateNamesAFieldThatOnlyACreateTakes() {
        Write.Update update = new Write.Update(
                EFFECT, RecordRef.of("person", "12"), SimulatedAccount.values(Map.of("add_time", Instant.EPOCH)));

        assertThat(rejected(account.write(json(200, "{}"), update)).errors())
                .extracting(FieldError::toString)
                .containsExactly("NOT_WRITABLE (add_time)");
        assertThat(account.requests).isEmpty();
    }

    @Test
    void isRejectedUnsent_whenTheObjectIsUnknown() {
        assertThat(rejected(account.create(json(200, "{}"), "lead", JANE)).errors())
                .extracting(FieldError::code)
                .containsExactly("UNKNOWN_OBJECT");
        assertThat(account.requests).isEmpty();
    }

    @Test
    void takesOneRecordACall() {
        Write.Delete delete = new Write.Delete(EFFECT, RecordRef.of("person", "12"));
        try (DestinationSession session = account.open()) {
            assertThatThrownBy(() -> session.writer().write(List.of(delete, delete)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Pipedrive takes one record a call, but the batch has 2");
        }
        assertThat(account.requests).isEmpty();
    }

    private static WriteOutcome.Rejected rejected(WriteOutcome outcome) {
        assertThat(outcome).isInstanceOf(WriteOutcome.Rejected.class);
        return (WriteOutcome.Rejected) outcome;
    }
}
