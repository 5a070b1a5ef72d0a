package dev.crmmigration.connector.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.Participant;
import dev.crmmigration.api.record.RecordRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reading back from a simulated account. */
class PipedriveReaderTest {

    private static final ObjectType PERSON = ObjectType.of("person");
    private static final ObjectType NOTE = ObjectType.of("note");
    private static final int MORE_THAN_TWO_PAGES = 1003;

    private final SimulatedAccount account = SimulatedAccount.start("lag", "PT36S");

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void readsEveryRecordOnce_whenThereAreSeveralPages() {
        List<String> written = persons(MORE_THAN_TWO_PAGES);

        List<CrmRecord> read = account.all("person");

        assertThat(ids(read)).containsExactlyElementsOf(written);
    }

    @Test
    void readsEveryNoteOnce_whenThereAreSeveralPages() {
        RecordRef jane = person("Jane");
        List<String> written = IntStream.range(0, MORE_THAN_TWO_PAGES)
                .mapToObj(i -> note(jane, "Note " + i).id())
                .toList();

        List<CrmRecord> read = account.all("note");

        assertThat(ids(read)).containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void missesNoNote_whenEarlierOnesAreDeletedMeanwhile() {
        RecordRef jane = person("Jane");
        List<RecordRef> written = IntStream.range(0, MORE_THAN_TWO_PAGES)
                .mapToObj(i -> note(jane, "Note " + i))
                .toList();
        RecordReader.Pages pages = account.session.reader().scan(new ScanRequest.All(NOTE));
        List<CrmRecord> read = new ArrayList<>(pages.next());
        written.subList(0, 10).forEach(account::delete);
        read.addAll(pages.next());
        written.subList(10, 400).forEach(account::delete);

        read.addAll(rest(pages));

        assertThat(ids(read))
                .containsExactlyElementsOf(written.stream().map(RecordRef::id).toList());
    }

    @Test
    void givesNothing_whenThereIsNothing() {
        assertThat(account.all("person")).isEmpty();
        assertThat(account.all("note")).isEmpty();
        assertThat(account.scan(new ScanRequest.ChangedSince(NOTE, SimulatedAccount.START)))
                .isEmpty();
    }

    @Test
    void leavesOutWhatWasDeleted() {
        RecordRef jane = person("Jane");
        RecordRef john = person("John");
        RecordRef note = note(john, "Gone");
        account.delete(jane);
        account.delete(note);

        assertThat(ids(account.all("person"))).containsExactly(john.id());
        assertThat(account.all("note")).isEmpty();
        assertThat(account.scan(new ScanRequest.ByIds(PERSON, List.of(jane.id(), john.id()))))
                .hasSize(1);
        assertThat(account.scan(new ScanRequest.ByIds(NOTE, List.of(note.id(), "999"))))
                .isEmpty();
    }

    @Test
    void findsWhatWasCreatedSince_atOnceAndWhateverItsAddTime() {
        person("Before");
        account.simulator.clock().advance(Duration.ofMinutes(10));
        Instant since = account.simulator.clock().now();
        RecordRef after = account.created(
                        "person", Map.of("name", "After", "add_time", Instant.parse("2001-02-03T04:05:06Z")))
                .ref();

        List<CrmRecord> found = account.scan(new ScanRequest.ChangedSince(PERSON, since));

        assertThat(ids(found)).containsExactly(after.id());
    }

    @Test
    void findsWhatWasChangedSince_whenTheIndexHasLearntOfIt() {
        RecordRef jane = person("Jane");
        RecordRef note = note(jane, "Old");
        persons(3);
        account.simulator.clock().advance(Duration.ofMinutes(10));
        Instant since = account.simulator.clock().now();
        account.update(jane, Map.of("name", "Jane Doe"));
        account.update(note, Map.of("content", "New"));
        account.simulator.clock().advance(Duration.ofSeconds(36));

        assertThat(ids(account.scan(new ScanRequest.ChangedSince(PERSON, since))))
                .containsOnly(jane.id());
        assertThat(ids(account.scan(new ScanRequest.ChangedSince(NOTE, since)))).containsOnly(note.id());
    }

    @Test
    void findsEveryChange_whenThereAreSeveralPagesOfThem() {
        List<String> written = persons(MORE_THAN_TWO_PAGES);
        account.simulator.clock().advance(Duration.ofMinutes(1));

        List<CrmRecord> found = account.scan(new ScanRequest.ChangedSince(PERSON, SimulatedAccount.START));

        assertThat(ids(found)).containsAll(written);
    }

    @Test
    void missesNoRecord_thatChangesWhileTheScanIsUnderWay() {
        List<String> written = persons(MORE_THAN_TWO_PAGES);
        Instant since = account.simulator.clock().now().plusSeconds(60);
        account.simulator.clock().advance(Duration.ofSeconds(60));
        for (String id : written) {
            account.update(new RecordRef(PERSON, id), Map.of("name", "Changed"));
            if (id.equals(written.get(1))) {
                account.simulator.clock().advance(Duration.ofSeconds(60));
            }
        }
        account.simulator.clock().advance(Duration.ofSeconds(60));
        RecordReader.Pages pages = account.session.reader().scan(new ScanRequest.ChangedSince(PERSON, since));
        List<CrmRecord> found = new ArrayList<>(pages.next());
        found.addAll(pages.next());
        found.addAll(pages.next());
        found.addAll(pages.next()); // the first page by change: two older ones are still to come
        account.update(new RecordRef(PERSON, written.get(0)), Map.of("name", "Moved to the front"));
        account.simulator.clock().advance(Duration.ofSeconds(60));

        List<CrmRecord> rest = rest(pages);

        assertThat(rest).anySatisfy(record -> assertThat(record.value("name")).contains("Moved to the front"));
        assertThat(ids(Stream.concat(found.stream(), rest.stream()).toList())).containsAll(written);
    }

    private static List<CrmRecord> rest(RecordReader.Pages pages) {
        List<CrmRecord> rest = new ArrayList<>();
        for (List<CrmRecord> page = pages.next(); !page.isEmpty(); page = pages.next()) {
            rest.addAll(page);
        }
        return rest;
    }

    @Test
    void makesNoCall_beforeTheFirstPage() {
        long before = account.tokensSpent();

        account.session.reader().scan(new ScanRequest.All(PERSON));
        account.session.reader().scan(new ScanRequest.ChangedSince(NOTE, SimulatedAccount.START));
        account.session.reader().scan(new ScanRequest.ByIds(PERSON, List.of("1")));

        assertThat(account.tokensSpent()).isEqualTo(before);
    }

    @Test
    void readsByIds_inChunks() {
        List<String> written = persons(250);
        long before = account.context.onlyMeter().spent("daily");

        List<CrmRecord> read = account.scan(new ScanRequest.ByIds(PERSON, written));

        assertThat(ids(read)).containsExactlyInAnyOrderElementsOf(written);
        assertThat(account.context.onlyMeter().spent("daily") - before).isEqualTo(30);
    }

    @Test
    void readsByParents() {
        RecordRef jane = person("Jane");
        RecordRef john = person("John");
        RecordRef acme = account.created("organization", Map.of("name", "Acme")).ref();
        note(jane, "A");
        RecordRef second = note(john, "B");
        RecordRef call = account.created(
                        "activity",
                        Map.of("subject", "Call", "org_id", acme, "participants", List.of(new Participant(john, true))))
                .ref();

        assertThat(ids(account.scan(new ScanRequest.OfParents(NOTE, List.of(john)))))
                .containsExactly(second.id());
        assertThat(ids(account.scan(new ScanRequest.OfParents(ObjectType.of("activity"), List.of(acme)))))
                .containsExactly(call.id());
        assertThatThrownBy(() -> account.scan(new ScanRequest.OfParents(ObjectType.of("activity"), List.of(john))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("activity records cannot be read by their person");
    }

    @Test
    void repeatsThePage_whenACallFailed() {
        List<String> written = persons(MORE_THAN_TWO_PAGES);
        account.all("person"); // the fields of the account are known
        account.inject("[{'path': '^/api/v2/persons', 'every': 2, 'action': 'status', 'status': 502}]");
        RecordReader.Pages pages = account.session.reader().scan(new ScanRequest.All(PERSON));
        List<CrmRecord> read = new ArrayList<>(pages.next());

        assertThatThrownBy(pages::next)
                .isInstanceOf(RetryableConnectorException.class)
                .hasMessage("GET /api/v2/persons failed (HTTP_502). It is tried again.");
        read.addAll(pages.next());
        assertThatThrownBy(pages::next).isInstanceOf(RetryableConnectorException.class);
        read.addAll(pages.next());

        assertThat(ids(read)).containsExactlyElementsOf(written);
        assertThat(pages.next()).isEmpty();
    }

    private List<String> persons(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> person("Person " + i).id())
                .toList();
    }

    private RecordRef person(String name) {
        return account.created("person", Map.of("name", name)).ref();
    }

    private RecordRef note(RecordRef person, String text) {
        return account.created("note", Map.of("content", text, "person_id", person))
                .ref();
    }

    private static List<String> ids(List<CrmRecord> records) {
        return records.stream().map(record -> record.ref().id()).toList();
    }
}
