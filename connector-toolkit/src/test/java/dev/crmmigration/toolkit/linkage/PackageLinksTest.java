package dev.crmmigration.toolkit.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.toolkit.linkage.PackageBalance.Verdict;
import dev.crmmigration.toolkit.linkage.PackageLink.Origin;
import dev.crmmigration.toolkit.linkage.SessionFact.Use;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PackageLinksTest {

    private final List<EnrollmentFact> enrollments = new ArrayList<>();
    private final List<SessionFact> sessions = new ArrayList<>();

    @Test
    void keepsALinkThatIsValid_evenIfAnotherWouldFitBetter() {
        enrollment("e1", "c1", "2025-01-01", "2025-02-01", 5, 1);
        enrollment("e2", "c1", "2025-06-01", "2025-12-01", 5, 1);
        session("s1", "c1", "2025-07-01", "e1");

        assertThat(linked("s1")).isEqualTo(new PackageLink("e1", Origin.EXPLICIT));
    }

    @Test
    void linksToTheOnlyOneThatFits_whenTheLinkIsMissingDanglingOrOfAnotherClient() {
        enrollment("e1", "c1", "2025-01-01", "2025-06-01", 5, 3);
        enrollment("e2", "c2", "2025-01-01", "2025-06-01", 5, 0);
        session("s1", "c1", "2025-02-01", "");
        session("s2", "c1", "2025-02-02", "gone");
        session("s3", "c1", "2025-02-03", "e2");

        for (String session : List.of("s1", "s2", "s3")) {
            assertThat(linked(session)).as(session).isEqualTo(new PackageLink("e1", Origin.UNIQUE));
        }
    }

    @Test
    void countsADayBeforeTheStartAndAWeekAfterTheExpiry() {
        enrollment("e1", "c1", "2025-02-01", "2025-03-01", 9, 2);
        session("early", "c1", "2025-01-31", "");
        session("tooEarly", "c1", "2025-01-30", "");
        session("late", "c1", "2025-03-08", "");
        session("tooLate", "c1", "2025-03-09", "");

        assertThat(linked("early").origin()).isEqualTo(Origin.UNIQUE);
        assertThat(linked("late").origin()).isEqualTo(Origin.UNIQUE);
        assertThat(linked("tooEarly").origin()).isEqualTo(Origin.UNLINKED);
        assertThat(linked("tooLate").origin()).isEqualTo(Origin.UNLINKED);
    }

    @Test
    void linksNothingToAnEnrollmentThatWasCancelledBefore() {
        add(fact("e1", "c1", "2025-02-01", "2025-12-01", 9, 2, Instant.parse("2025-03-01T00:00:00Z"), "", "gold"));
        session("before", "c1", "2025-02-20", "");
        session("after", "c1", "2025-03-20", "");

        assertThat(linked("before").origin()).isEqualTo(Origin.UNIQUE);
        assertThat(linked("after").origin()).isEqualTo(Origin.UNLINKED);
    }

    @Test
    void looksAtTheNameOfThePackage_exactlyElseByItsWords() {
        add(fact("e1", "c1", "2025-02-01", "2025-12-01", 9, 1, null, "", "growth bundle"));
        add(fact("e2", "c1", "2025-02-01", "2025-12-01", 9, 1, null, "", "growth bundle plus"));
        named("exact", "c1", "2025-03-01", "growth bundle");
        named("loose", "c1", "2025-03-01", "plus");

        assertThat(linked("exact")).isEqualTo(new PackageLink("e1", Origin.UNIQUE));
        assertThat(linked("loose")).isEqualTo(new PackageLink("e2", Origin.UNIQUE));
    }

    @Test
    void takesTheOneThatLeadsClearly_byCoachAndRoom() {
        add(fact("e1", "c1", "2025-02-01", "2025-12-01", 9, 1, null, "ana", "gold"));
        add(fact("e2", "c1", "2025-02-01", "2025-12-01", 9, 1, null, "ben", "gold"));
        session(
                "s1",
                "c1",
                "2025-03-01",
                "",
                session -> new SessionFact(
                        session.id(), "c1", "", "", "", "", session.start(), 60, Use.CONSUMES, "ben", "", false));

        assertThat(linked("s1")).isEqualTo(new PackageLink("e2", Origin.SCORED));
    }

    @Test
    void followsTheSeriesOfASession() {
        enrollment("e1", "c1", "2025-02-01", "2025-12-01", 9, 1);
        enrollment("e2", "c1", "2025-02-01", "2025-12-01", 9, 2);
        UnaryOperator<SessionFact> weekly = session -> new SessionFact(
                session.id(),
                "c1",
                session.stated(),
                "",
                "",
                "",
                session.start(),
                60,
                Use.CONSUMES,
                "",
                "weekly",
                false);
        session("s1", "c1", "2025-03-01", "e2", weekly);
        session("s2", "c1", "2025-03-08", "", weekly);

        assertThat(linked("s2")).isEqualTo(new PackageLink("e2", Origin.SCORED));
    }

    @Test
    void fillsByEarliestExpiry_ifAllThenBalance() {
        enrollment("e1", "c1", "2025-01-01", "2025-03-01", 2, 2);
        enrollment("e2", "c1", "2025-01-01", "2025-06-01", 2, 1);
        session("s1", "c1", "2025-01-10", "");
        session("s2", "c1", "2025-01-20", "");
        session("s3", "c1", "2025-01-30", "");
        widen();

        PackageLinks links = concluded();

        assertThat(links.of("s1", "c1")).isEqualTo(new PackageLink("e1", Origin.BALANCED));
        assertThat(links.of("s2", "c1")).isEqualTo(new PackageLink("e1", Origin.BALANCED));
        assertThat(links.of("s3", "c1")).isEqualTo(new PackageLink("e2", Origin.BALANCED));
        assertThat(links.balances()).allMatch(balance -> balance.verdict() == Verdict.BALANCED);
    }

    @Test
    void leavesThemUnlinked_ifTheNumbersDoNotBalance() {
        enrollment("e1", "c1", "2025-01-01", "2025-06-01", 2, 0);
        enrollment("e2", "c1", "2025-01-01", "2025-06-01", 2, 2);
        session("s1", "c1", "2025-01-10", "");

        PackageLinks links = concluded();

        assertThat(links.of("s1", "c1").origin()).isEqualTo(Origin.UNLINKED);
        assertThat(links.unlinked()).containsExactly("s1");
    }

    @Test
    void letsSingleSessionsAndClientsWithoutPackagesStandAlone() {
        enrollment("e1", "c1", "2025-01-01", "2025-02-01", 2, 0);
        session(
                "paid",
                "c1",
                "2025-05-10",
                "",
                session -> new SessionFact(
                        session.id(), "c1", "", "", "", "", session.start(), 60, Use.CONSUMES, "", "", true));
        session("other", "c2", "2025-05-10", "");

        assertThat(linked("paid").origin()).isEqualTo(Origin.STANDALONE);
        assertThat(linked("other").origin()).isEqualTo(Origin.STANDALONE);
    }

    @Test
    void comparesWithTheSourcesOwnNumbers_neverReplacesThem() {
        enrollment("over", "c1", "2025-01-01", "2025-06-01", 5, 0);
        enrollment("under", "c2", "2025-01-01", "2025-06-01", 5, 2);
        add(new EnrollmentFact(
                "wrong",
                "c3",
                "",
                "",
                Set.of(),
                null,
                null,
                null,
                "",
                Capacity.UNLIMITED,
                number(5),
                number(2),
                number(2)));
        session("s1", "c1", "2025-01-10", "over");
        session("s2", "c2", "2025-01-10", "under");

        PackageLinks links = concluded();

        assertThat(links.balanceOf("over")).hasValue(new PackageBalance("over", number(1), Verdict.OVER, number(1)));
        assertThat(links.balanceOf("under"))
                .hasValue(new PackageBalance("under", number(1), Verdict.UNDER, number(-1)));
        assertThat(links.balanceOf("wrong").orElseThrow().verdict()).isEqualTo(Verdict.INCONSISTENT);
    }

    @Test
    void countsHours_wherePackagesAreSoldByHours() {
        Capacity hours = Capacity.hours(number(3));

        assertThat(hours.of(90)).isEqualByComparingTo("1.5");
        assertThat(hours.holds(new BigDecimal("1.5"), hours.of(90))).isTrue();
        assertThat(hours.holds(new BigDecimal("1.6"), hours.of(90))).isFalse();
    }

    @Test
    void doesNotDependOnTheOrderOfRows() {
        for (int client = 0; client < 20; client++) {
            enrollment("a" + client, "c" + client, "2025-01-01", "2025-03-01", 3, 2);
            enrollment("b" + client, "c" + client, "2025-02-01", "2025-05-01", 3, 1);
            for (int number = 0; number < 4; number++) {
                session("s" + client + "-" + number, "c" + client, "2025-02-1" + number, "");
            }
        }
        List<PackageLink> first = all();
        Random random = new Random(7);
        for (int turn = 0; turn < 5; turn++) {
            Collections.shuffle(enrollments, random);
            Collections.shuffle(sessions, random);
            assertThat(all()).isEqualTo(first);
        }
    }

    private List<PackageLink> all() {
        PackageLinks links = concluded();
        return sessions.stream()
                .map(SessionFact::id)
                .sorted()
                .map(id -> links.of(id, ""))
                .toList();
    }

    /** Both enrollments get the same window, so that nothing but the balance tells them apart. */
    private void widen() {
        enrollments.replaceAll(one -> new EnrollmentFact(
                one.id(),
                one.client(),
                "",
                "",
                Set.of(),
                null,
                one.expires(),
                null,
                "",
                one.capacity(),
                one.total(),
                one.used(),
                one.remaining()));
    }

    private void enrollment(String id, String client, String starts, String expires, long total, long used) {
        add(fact(id, client, starts, expires, total, used, null, "", ""));
    }

    private static EnrollmentFact fact(
            String id,
            String client,
            String starts,
            String expires,
            long total,
            long used,
            @Nullable Instant cancelled,
            String coach,
            String name) {
        return new EnrollmentFact(
                id,
                client,
                "",
                name,
                Set.of(),
                LocalDate.parse(starts),
                LocalDate.parse(expires),
                cancelled,
                coach,
                Capacity.sessions(number(total)),
                number(total),
                number(used),
                number(total - used));
    }

    private void add(EnrollmentFact fact) {
        enrollments.add(fact);
    }

    private void session(String id, String client, String day, String stated) {
        session(id, client, day, stated, UnaryOperator.identity());
    }

    private void named(String id, String client, String day, String name) {
        session(
                id,
                client,
                day,
                "",
                session -> new SessionFact(
                        id, client, "", "", name, "", session.start(), 60, Use.CONSUMES, "", "", false));
    }

    private void session(String id, String client, String day, String stated, UnaryOperator<SessionFact> change) {
        Instant start = LocalDate.parse(day).atTime(10, 0).toInstant(ZoneOffset.UTC);
        sessions.add(
                change.apply(new SessionFact(id, client, stated, "", "", "", start, 60, Use.CONSUMES, "", "", false)));
    }

    private PackageLink linked(String session) {
        return concluded().of(session, "");
    }

    private PackageLinks concluded() {
        PackageLinks links = new PackageLinks(ZoneOffset.UTC);
        enrollments.forEach(links::add);
        sessions.forEach(links::add);
        links.conclude();
        return links;
    }

    private static BigDecimal number(long value) {
        return BigDecimal.valueOf(value);
    }
}
