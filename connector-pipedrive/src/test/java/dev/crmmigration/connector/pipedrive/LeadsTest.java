package dev.crmmigration.connector.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.destination.Presence;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.Money;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Leads, which live in v1 and have uuids. */
class LeadsTest {

    private static final ObjectType LEAD = ObjectType.of("lead");
    private static final int MORE_THAN_TWO_PAGES = 1003;

    private final SimulatedAccount account = SimulatedAccount.start("lag", "PT36S");
    private final RecordRef jane =
            account.created("person", Map.of("name", "Jane Doe")).ref();

    @AfterEach
    void close() {
        account.close();
    }

    private CrmRecord lead(String title) {
        return account.created("lead", Map.of("title", title, "person_id", jane));
    }

    @Test
    void readsWhatItWrote() {
        account.session.schema().ensure(SchemaElement.option(LEAD, "label_ids", "Hot"), Set.of());
        String hot =
                account.field("lead", "label_ids").option("Hot").orElseThrow().key();
        RecordRef acme = account.created("organization", Map.of("name", "Acme")).ref();
        String user = account.catalog().users().get(0).key();
        Map<String, Object> fields = Map.of(
                "title",
                "Pilot",
                "person_id",
                jane,
                "organization_id",
                acme,
                "owner_id",
                user,
                "value",
                new Money(new BigDecimal("1500.5"), "USD"),
                "expected_close_date",
                LocalDate.of(2026, 5, 31),
                "label_ids",
                List.of(hot),
                "was_seen",
                true);

        CrmRecord stored = account.created("lead", fields);

        CrmRecord read = account.read(stored.ref());
        fields.forEach((key, value) -> assertThat(read.value(key)).as(key).contains(value));
        assertThat(stored.fields()).isEqualTo(read.fields());
        assertThat(read.ref().id()).hasSize(36);
    }

    @Test
    void changesAndEmptiesFields() {
        RecordRef lead = account.created(
                        "lead", Map.of("title", "A", "person_id", jane, "value", new Money(BigDecimal.TEN, "USD")))
                .ref();

        CrmRecord stored =
                SimulatedAccount.stored(account.update(lead, Map.of("title", "B", "value", FieldValue.cleared())));

        assertThat(stored.value("title")).contains("B");
        assertThat(account.read(lead).fields()).doesNotContainKey("value");
    }

    @Test
    void takesALeadAway() {
        RecordRef lead = lead("Gone").ref();
        assertThat(account.session.reader().presence(lead)).isEqualTo(Presence.LIVE);

        assertThat(((WriteOutcome.Written) account.delete(lead)).how()).isEqualTo(WriteOutcome.How.DELETED);
        assertThat(((WriteOutcome.Written) account.delete(lead)).how()).isEqualTo(WriteOutcome.How.ALREADY_GONE);

        assertThat(account.all("lead")).isEmpty();
        assertThat(account.session.reader().presence(lead)).isEqualTo(Presence.GONE);
    }

    @Test
    void isRejectedUnsent_withoutAPersonOrAnOrganization() {
        WriteOutcome.Rejected rejected = (WriteOutcome.Rejected) account.create("lead", Map.of("title", "A"));

        assertThat(rejected.errors()).extracting(FieldError::code).containsExactly("NO_PARENT");
    }

    @Test
    void isRejected_whenALabelIsUnknown() {
        WriteOutcome outcome = account.create(
                "lead",
                Map.of("title", "A", "person_id", jane, "label_ids", List.of("11111111-2222-3333-4444-555555555555")));

        assertThat(outcome).isInstanceOf(WriteOutcome.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"flat", "nested"})
    void readsEveryLeadOnce_whenThereAreSeveralPages(String paging) {
        try (SimulatedAccount other = SimulatedAccount.start("leadPaging", paging)) {
            RecordRef person = other.created("person", Map.of("name", "Jane")).ref();
            List<String> written = new ArrayList<>();
            for (int i = 0; i < MORE_THAN_TWO_PAGES; i++) {
                written.add(other.created("lead", Map.of("title", "Lead " + i, "person_id", person))
                        .ref()
                        .id());
            }

            assertThat(ids(other.all("lead"))).containsExactlyInAnyOrderElementsOf(written);
        }
    }

    @Test
    void findsWhatWasCreatedSince_atOnce() {
        lead("Before");
        account.simulator.clock().advance(Duration.ofMinutes(10));
        Instant since = account.simulator.clock().now();
        List<String> after = List.of(lead("One").ref().id(), lead("Two").ref().id());

        assertThat(ids(account.scan(new ScanRequest.ChangedSince(LEAD, since))))
                .containsOnly(after.toArray(String[]::new));
    }

    @Test
    void findsWhatWasChangedSince() {
        RecordRef changed = lead("Changed").ref();
        lead("Same");
        account.simulator.clock().advance(Duration.ofMinutes(10));
        Instant since = account.simulator.clock().now();
        account.update(changed, Map.of("title", "New"));

        assertThat(ids(account.scan(new ScanRequest.ChangedSince(LEAD, since)))).containsOnly(changed.id());
    }

    @Test
    void findsALeadWhoseAnswerWasLost() {
        account.catalog();
        account.inject("[{'method': 'POST', 'count': 1, 'action': 'reset-after-commit'}]");
        Instant since = account.simulator.clock().now();

        WriteOutcome outcome = account.create("lead", Map.of("title", "Lost", "person_id", jane));

        assertThat(outcome).isInstanceOf(WriteOutcome.InDoubt.class);
        assertThat(account.scan(new ScanRequest.ChangedSince(LEAD, since)))
                .extracting(record -> record.value("title").orElseThrow())
                .containsOnly("Lost");
    }

    @Test
    void readsTheLeadsOfAPerson_andWhatHangsOnALead() {
        RecordRef john = account.created("person", Map.of("name", "John")).ref();
        RecordRef hers = lead("Hers").ref();
        account.created("lead", Map.of("title", "His", "person_id", john));
        RecordRef call = account.created("activity", Map.of("subject", "Call", "lead_id", hers))
                .ref();
        RecordRef note = account.created("note", Map.of("content", "Hi", "lead_id", hers, "pinned_to_lead_flag", true))
                .ref();

        assertThat(ids(account.scan(new ScanRequest.OfParents(LEAD, List.of(jane)))))
                .containsExactly(hers.id());
        assertThat(ids(account.scan(new ScanRequest.OfParents(ObjectType.of("activity"), List.of(hers)))))
                .containsExactly(call.id());
        assertThat(ids(account.scan(new ScanRequest.OfParents(ObjectType.of("note"), List.of(hers)))))
                .containsExactly(note.id());
        assertThat(account.read(note).value("lead_id")).contains(hers);
        assertThat(account.read(note).value("pinned_to_lead_flag")).contains(true);
        assertThat(account.read(call).value("lead_id")).contains(hers);
    }

    private static List<String> ids(List<CrmRecord> records) {
        return records.stream().map(record -> record.ref().id()).toList();
    }
}
