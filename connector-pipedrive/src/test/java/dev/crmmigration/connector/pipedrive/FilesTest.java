package dev.crmmigration.connector.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files, one call each, and what is found of them later. */
class FilesTest {

    private static final ObjectType FILE = ObjectType.of("file");
    private static final int MORE_THAN_TWO_PAGES = 203;

    private final SimulatedAccount account = SimulatedAccount.start("maxFileBytes", "3000");
    private final RecordRef jane =
            account.created("person", Map.of("name", "Jane Doe")).ref();

    @AfterEach
    void close() {
        account.close();
    }

    @ParameterizedTest
    @CsvSource({
        "deal,deal_id",
        "person,person_id",
        "organization,org_id",
        "product,product_id",
        "activity,activity_id",
        "lead,lead_id"
    })
    void hangsAFileOnARecord(String object, String link) {
        RecordRef parent = account.created(object, required(object)).ref();
        BytesContent content = BytesContent.of(1234);

        CrmRecord stored = SimulatedAccount.stored(account.attach(parent, "caf\u00e9 (1).pdf", content));

        CrmRecord read = account.read(stored.ref());
        assertThat(read.value("name")).contains("caf\u00e9 (1).pdf");
        assertThat(read.value("file_size")).contains(1234L);
        assertThat(read.value(link)).contains(parent);
        assertThat(account.all("file")).containsExactly(read);
    }

    private Map<String, Object> required(String object) {
        return switch (object) {
            case "deal" -> Map.of("title", "A");
            case "activity" -> Map.of("subject", "A");
            case "lead" -> Map.of("title", "A", "person_id", jane);
            default -> Map.of("name", "A");
        };
    }

    @Test
    void saysBeforehandWhatWillBeReadBack() {
        Write.Attach attach = new Write.Attach(SimulatedAccount.effect("file"), jane, "cv.pdf", BytesContent.of(99));
        CrmRecord stored = SimulatedAccount.stored(account.write(attach));

        Map<String, FieldValue> said = account.session.attached(attach);

        assertThat(said).containsOnlyKeys("name", "file_size", "person_id");
        assertThat(account.read(stored.ref()).fields()).containsAllEntriesOf(said);
    }

    @Test
    void sendsAFileWhoseSizeIsNotKnown() {
        CrmRecord stored = SimulatedAccount.stored(
                account.attach(jane, "a.txt", BytesContent.of(2000).ofUnknownSize()));

        assertThat(stored.value("file_size")).contains(2000L);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isRejectedUnsent_whenTheFileIsLargerThanTheSettingAllows(boolean knowsItsSize) {
        BytesContent tooLarge = new BytesContent(new byte[1001], knowsItsSize);
        BytesContent justRight = new BytesContent(new byte[1000], knowsItsSize);
        try (DestinationSession session = account.open("maxFileBytes", "1000")) {
            session.catalog();
            long before = account.tokensSpent();

            WriteOutcome refused = attach(session, tooLarge);

            assertThat(codes(refused)).containsExactly("FILE_TOO_LARGE");
            assertThat(account.tokensSpent()).isEqualTo(before);
            assertThat(attach(session, justRight)).isInstanceOf(WriteOutcome.Written.class);
        }
    }

    private WriteOutcome attach(DestinationSession session, BytesContent content) {
        Write attach = new Write.Attach(SimulatedAccount.effect("file"), jane, "a.bin", content);
        return session.writer().write(List.of(attach)).get(0);
    }

    private static List<String> codes(WriteOutcome outcome) {
        assertThat(outcome).isInstanceOf(WriteOutcome.Rejected.class);
        return ((WriteOutcome.Rejected) outcome)
                .errors().stream().map(FieldError::code).toList();
    }

    @ParameterizedTest
    @CsvSource({"413,FILE_TOO_LARGE", "400,"})
    void isRejectedForGood_whenPipedriveFindsTheFileTooLarge(String status, String code) {
        try (SimulatedAccount small = SimulatedAccount.start("maxFileBytes", "100", "fileTooLarge", status)) {
            RecordRef deal = small.created("deal", Map.of("title", "A")).ref();

            List<String> codes = codes(small.attach(deal, "a.bin", BytesContent.of(101)));

            assertThat(codes).hasSize(1);
            assertThat(code == null || codes.contains(code)).isTrue();
            assertThat(small.all("file")).isEmpty();
        }
    }

    @Test
    void isRejected_whenTheFileCannotBeRead_andInDoubtWhenItIsLostOnTheWay() {
        account.catalog();

        WriteOutcome unreadable = account.attach(jane, "a.txt", BytesContent.unreadable(OptionalLong.empty()));
        WriteOutcome lost = account.attach(jane, "a.txt", BytesContent.unreadable(OptionalLong.of(10)));

        assertThat(codes(unreadable)).containsExactly("FILE_UNREADABLE");
        assertThat(lost).isInstanceOf(WriteOutcome.InDoubt.class);
        assertThat(account.all("file")).isEmpty();
    }

    @Test
    void isRejectedUnsent_whereThereAreNoFiles_andAsARecord() {
        RecordRef note = account.created("note", Map.of("content", "Hi", "person_id", jane))
                .ref();

        assertThat(codes(account.attach(note, "a.txt", BytesContent.of(1)))).containsExactly("NO_FILES_HERE");
        assertThat(codes(account.create("file", Map.of()))).containsExactly("NOT_A_RECORD");
    }

    @Test
    void readsEveryFileOnce_whenThereAreSeveralPages() {
        List<RecordRef> written = new ArrayList<>();
        for (int i = 0; i < MORE_THAN_TWO_PAGES; i++) {
            written.add(SimulatedAccount.stored(account.attach(jane, "a" + i, BytesContent.of(1)))
                    .ref());
        }
        account.delete(written.get(0));

        assertThat(account.all("file"))
                .extracting(CrmRecord::ref)
                .containsExactlyElementsOf(written.subList(1, written.size()));
    }

    @Test
    void findsAFileWhoseAnswerWasLost() {
        SimulatedAccount.stored(account.attach(jane, "before.txt", BytesContent.of(1)));
        account.simulator.clock().advance(Duration.ofMinutes(10));
        Instant since = account.simulator.clock().now();
        account.inject("[{'method': 'POST', 'count': 1, 'action': 'reset-after-commit'}]");

        WriteOutcome outcome = account.attach(jane, "lost.txt", BytesContent.of(7));

        assertThat(outcome).isInstanceOf(WriteOutcome.InDoubt.class);
        assertThat(account.scan(new ScanRequest.ChangedSince(FILE, since)))
                .extracting(record -> record.value("name").orElseThrow())
                .containsOnly("lost.txt");
    }
}
