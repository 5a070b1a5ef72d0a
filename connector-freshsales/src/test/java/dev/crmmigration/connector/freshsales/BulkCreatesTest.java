package dev.crmmigration.connector.freshsales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.destination.Attempt;
import dev.crmmigration.api.destination.Resolution;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.record.ContactPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Many contacts in one call: the job, the ids that are found again, what the job did not do. */
class BulkCreatesTest {

    private static Write contact(int number) {
        return TestAccount.create(
                "contact",
                number,
                Map.of(
                        "first_name",
                        "Jane",
                        "last_name",
                        "Doe " + number,
                        "external_id",
                        "K-" + number,
                        "emails",
                        List.of(new ContactPoint("jane" + number + "@example.org", "work", true))));
    }

    private static List<Write> contacts(int count) {
        List<Write> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batch.add(contact(i));
        }
        return batch;
    }

    private static List<Resolution> resolved(TestAccount account, List<Write> batch, Optional<String> ticket) {
        List<Attempt> attempts = batch.stream()
                .map(write -> new Attempt(write, TestAccount.START, ticket))
                .toList();
        return account.session.writer().resolve(attempts, ref -> false).orElseThrow();
    }

    private static String ticket(List<WriteOutcome> outcomes) {
        return ((WriteOutcome.Accepted) outcomes.get(0)).ticket();
    }

    @Test
    void createsAHundredInThreeCalls() {
        try (TestAccount account = TestAccount.start("bulk", "contact")) {
            account.session.catalog();
            List<Write> batch = contacts(100);
            long before = account.meter.calls.get();

            List<WriteOutcome> outcomes = account.session.writer().write(batch);
            account.pass(Duration.ofSeconds(10));
            // The first look finds the job done, and its records in the view
            List<Resolution> resolutions = resolved(account, batch, Optional.of(ticket(outcomes)));

            assertThat(outcomes)
                    .hasSize(100)
                    .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(WriteOutcome.Accepted.class))
                    .extracting(outcome -> ((WriteOutcome.Accepted) outcome).askAt())
                    .containsOnly(TestAccount.START.plusSeconds(5));
            assertThat(resolutions)
                    .hasSize(100)
                    .allSatisfy(resolution -> assertThat(resolution).isInstanceOf(Resolution.Happened.class));
            assertThat(resolutions.stream()
                            .map(resolution -> ((Resolution.Happened) resolution).ref())
                            .distinct())
                    .hasSize(100);
            assertThat(account.meter.calls.get() - before).isBetween(3L, 4L);
        }
    }

    @Test
    void asksAgain_whileTheJobRuns() {
        try (TestAccount account = TestAccount.start("bulk", "contact")) {
            List<Write> batch = contacts(4);

            String ticket = ticket(account.session.writer().write(batch));

            assertThat(resolved(account, batch, Optional.of(ticket)))
                    .containsOnly(new Resolution.AskAgain(TestAccount.START.plusSeconds(15)));
        }
    }

    @Test
    void triesAlone_whatTheJobDidNotDo() {
        try (TestAccount account = TestAccount.start("bulk", "contact")) {
            account.edit("{'object': 'jobs', 'next': 'fail-some', 'items': [1]}");
            List<Write> batch = contacts(4);
            String ticket = ticket(account.session.writer().write(batch));
            account.pass(Duration.ofSeconds(10));
            resolved(account, batch, Optional.of(ticket));
            account.pass(Duration.ofSeconds(10));

            List<Resolution> resolutions = resolved(account, batch, Optional.of(ticket));
            List<WriteOutcome> again = account.session
                    .writer()
                    .write(List.of(batch.get(1), contact(6), contact(7), contact(8), contact(9)));

            assertThat(resolutions.get(0)).isInstanceOf(Resolution.Happened.class);
            assertThat(resolutions.get(1)).isEqualTo(new Resolution.DidNotHappen());
            assertThat(resolutions.get(2)).isInstanceOf(Resolution.Happened.class);
            assertThat(again.get(0)).isInstanceOf(WriteOutcome.Written.class);
            assertThat(again.get(1)).isInstanceOf(WriteOutcome.Accepted.class);
        }
    }

    @Test
    void givesUpAJob_thatNeverEnds() {
        try (TestAccount account = TestAccount.start("bulk", "contact")) {
            account.edit("{'object': 'jobs', 'next': 'never-ends'}");
            List<Write> batch = contacts(4);
            String ticket = ticket(account.session.writer().write(batch));
            account.pass(Duration.ofMinutes(16));

            assertThat(resolved(account, batch, Optional.of(ticket))).containsOnly(new Resolution.DidNotHappen());
        }
    }

    @Test
    void findsTheRecordsOfAJob_thatNobodyKnows() {
        try (TestAccount account = TestAccount.start("bulk", "contact")) {
            account.edit("{'object': 'jobs', 'next': 'forgotten'}");
            List<Write> batch = contacts(4);
            String ticket = ticket(account.session.writer().write(batch));
            account.pass(Duration.ofSeconds(10));

            assertThat(resolved(account, batch, Optional.of(ticket)))
                    .allSatisfy(resolution -> assertThat(resolution).isInstanceOf(Resolution.Happened.class));
        }
    }

    @Test
    void waitsForTheJob_whoseAnswerWasLost() {
        try (TestAccount account = TestAccount.start("bulk", "contact")) {
            account.session.catalog();
            account.inject("[{'method': 'POST', 'count': 1, 'action': 'reset-after-commit'}]");
            List<Write> batch = contacts(4);

            List<WriteOutcome> outcomes = account.session.writer().write(batch);
            List<Resolution> early = resolved(account, batch, Optional.empty());
            account.pass(Duration.ofSeconds(10));

            assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isInstanceOf(WriteOutcome.InDoubt.class));
            assertThat(early).allSatisfy(resolution -> assertThat(resolution).isInstanceOf(Resolution.AskAgain.class));
            assertThat(resolved(account, batch, Optional.empty()))
                    .allSatisfy(resolution -> assertThat(resolution).isInstanceOf(Resolution.Happened.class));
        }
    }

    @Test
    void letsRecordsGoTogetherOnceMore_whoseJobWasPerhapsNeverMade() {
        try (TestAccount account = TestAccount.start("bulk", "contact")) {
            account.session.catalog();
            account.inject("[{'method': 'POST', 'count': 1, 'action': 'reset'}]");
            List<Write> batch = contacts(4);
            account.session.writer().write(batch);
            account.pass(Duration.ofMinutes(16));

            assertThat(resolved(account, batch, Optional.empty())).containsOnly(new Resolution.DidNotHappen());
            assertThat(account.session.writer().write(batch))
                    .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(WriteOutcome.Accepted.class));
            assertThat(resolved(account, batch, Optional.empty())).containsOnly(new Resolution.DidNotHappen());
            assertThat(account.session.writer().write(batch))
                    .noneSatisfy(outcome -> assertThat(outcome).isInstanceOf(WriteOutcome.Accepted.class));
        }
    }

    @Test
    void makesNoJobOfSoFew_thatTheyTakeFewerCallsAlone() {
        try (TestAccount account = TestAccount.start("bulk", "contact")) {
            account.session.catalog();
            long before = account.meter.calls.get();

            assertThat(account.session.writer().write(contacts(3)))
                    .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(WriteOutcome.Written.class));
            assertThat(account.meter.calls.get() - before).isEqualTo(3);
        }
    }

    /** Records of an earlier job are on the same page, and those of people. */
    @Test
    void readsNoPageMore_whenAllRecordsOfAJobWereFound() {
        try (TestAccount account = TestAccount.start("bulk", "contact")) {
            account.session.catalog();
            List<Write> all = contacts(300);
            for (int i = 0; i < 200; i += 100) {
                List<Write> batch = all.subList(i, i + 100);
                String job = ticket(account.session.writer().write(batch));
                account.pass(Duration.ofSeconds(5));
                resolved(account, batch, Optional.of(job));
            }
            List<Write> last = all.subList(200, 300);
            String ticket = ticket(account.session.writer().write(last));
            account.pass(Duration.ofSeconds(5));
            long before = account.meter.calls.get();

            assertThat(resolved(account, last, Optional.of(ticket)))
                    .allSatisfy(resolution -> assertThat(resolution).isInstanceOf(Resolution.Happened.class));
            assertThat(account.meter.calls.get() - before)
                    .as("the status of the job, and one page")
                    .isEqualTo(2);
        }
    }

    @Test
    void makesOneJobAtATime_untilOneHasMadeARecord() {
        try (TestAccount account = TestAccount.start("bulk", "contact")) {
            List<Write> first = contacts(8).subList(0, 4);
            List<Write> second = contacts(8).subList(4, 8);
            String job = ticket(account.session.writer().write(first));

            assertThat(account.session.writer().write(second))
                    .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(WriteOutcome.Postponed.class));
            account.pass(Duration.ofSeconds(5));
            resolved(account, first, Optional.of(job));
            assertThat(account.session.writer().write(second))
                    .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(WriteOutcome.Accepted.class));
        }
    }

    /** An account that takes no such field for a key says so of every record, one job after the other. */
    @Test
    void makesNoMoreJobs_afterTwoThatMadeNoRecord() {
        try (TestAccount account = TestAccount.start("bulk", "contact", "-upsertKeys", "documented")) {
            List<Write> all = contacts(12);
            for (int i = 0; i < 8; i += 4) {
                List<Write> batch = all.subList(i, i + 4);
                String job = ticket(account.session.writer().write(batch));
                account.pass(Duration.ofSeconds(5));
                resolved(account, batch, Optional.of(job));
                account.pass(Duration.ofSeconds(10));
                assertThat(resolved(account, batch, Optional.of(job))).containsOnly(new Resolution.DidNotHappen());
            }

            assertThat(account.session.writer().write(all.subList(8, 12)))
                    .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(WriteOutcome.Written.class));
        }
    }

    @Test
    void asksLessOften_theLongerAJobTakes() {
        try (TestAccount account = TestAccount.start("bulk", "contact")) {
            account.edit("{'object': 'jobs', 'next': 'never-ends'}");
            List<Write> batch = contacts(4);
            String ticket = ticket(account.session.writer().write(batch));
            account.pass(Duration.ofMinutes(2));

            assertThat(resolved(account, batch, Optional.of(ticket)))
                    .containsOnly(new Resolution.AskAgain(TestAccount.START.plusSeconds(180)));
            account.pass(Duration.ofMinutes(12));
            assertThat(resolved(account, batch, Optional.of(ticket)))
                    .containsOnly(new Resolution.AskAgain(TestAccount.START.plusSeconds(900)));
        }
    }

    @Test
    void writesAlone_whatCarriesNoKey() {
        try (TestAccount account = TestAccount.start("bulk", "contact")) {
            List<Write> batch = List.of(
                    TestAccount.create(
                            "contact", 1, Map.of("emails", List.of(new ContactPoint("a@example.org", "work", true)))),
                    TestAccount.create("contact", 2, Map.of("first_name", "Nobody")));

            List<WriteOutcome> outcomes = account.session.writer().write(batch);

            assertThat(outcomes.get(0)).isInstanceOf(WriteOutcome.Written.class);
            assertThat(TestAccount.codes(outcomes.get(1))).containsExactly("REQUIRED (emails)");
        }
    }

    @Test
    void leavesTheResolutionToTheEngine_ifNoAttemptCarriesAKey() {
        try (TestAccount account = TestAccount.start("bulk", "contact")) {
            Write write = TestAccount.create("contact", 1, Map.of("first_name", "Jane"));

            assertThat(account.session
                            .writer()
                            .resolve(List.of(new Attempt(write, Instant.EPOCH, Optional.empty())), ref -> false))
                    .isEmpty();
        }
    }
}
