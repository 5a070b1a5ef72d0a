package dev.crmmigration.connector.pipedrive;

import static dev.crmmigration.connector.pipedrive.MockAccount.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.destination.WriteOutcome.How;
import dev.crmmigration.api.record.Address;
import dev.crmmigration.api.record.ContactPoint;
import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.Participant;
import dev.crmmigration.api.record.RecordRef;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What calls are made of, and what is refused before a call is made. */
class WriteBodyTest {

    private static final Map<String, Object> JANE = Map.of("name", "Jane Doe");
    private static final EffectId EFFECT = SimulatedAccount.effect("person");

    private final MockAccount account = new MockAccount();

    @AfterEach
    void close() {
        account.close();
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
        assertThat(rejected(account.create(json(200, "{}"), "goal", JANE)).errors())
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
