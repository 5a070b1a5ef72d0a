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
import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every kind of answer means. */
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
                "415||HTTP_415|Pipedrive does not take this kind of content. Pipedrive says: Sorry",
                "422||HTTP_422|Pipedrive understands the call, but not its content."
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

    private static WriteOutcome.Rejected rejected(WriteOutcome outcome) {
        assertThat(outcome).isInstanceOf(WriteOutcome.Rejected.class);
        return (WriteOutcome.Rejected) outcome;
    }
}
