package dev.crmmigration.testkit.contract;

import static dev.crmmigration.testkit.contract.Rule.expect;

import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.SourceEntry;
import dev.crmmigration.api.source.SourceSession;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Sessions: what they say when they cannot go on, and that they harm nobody. */
final class SourceSessionRules {

    private static final int SESSIONS = 3;

    private SourceSessionRules() {}

    static List<Rule<SourceProbe>> all() {
        return List.of(
                Rule.ofAccount(
                        "S34",
                        "Where nobody takes connections, open or the first read throws RetryableConnectorException.",
                        SourceSessionRules::unreachable),
                Rule.ofAccount(
                        "S35", "Refused credentials throw FatalConnectorException.", SourceSessionRules::refused),
                Rule.ofAccount("S36", "No toString and no exception shows a secret.", SourceDiscretion::keepsSecrets),
                SourceRules.ofObjects(
                        "S37",
                        "No toString of what a source gives shows an address that is in a record.",
                        SourceDiscretion::keepsAddresses),
                Rule.ofAccount(
                        "S38",
                        "A cursor and a session may be closed twice, and others of the source go on.",
                        SourceSessionRules::closesTwice),
                Rule.ofAccount("S39", "No thread is left when a session is closed.", SourceSessionRules::leavesNone),
                SourceRules.ofObjects(
                        "S40",
                        "Sessions that are open at once do not disturb each other.",
                        SourceSessionRules::atOnce));
    }

    /** Opens the source and reads a page of every object. */
    private static void look(SourceProbe probe) {
        try (SourceSession session = probe.another()) {
            for (ObjectDescription object : session.catalog().objects()) {
                try (RecordCursor cursor = session.read(ReadRequest.all(object.type()))) {
                    cursor.next();
                }
            }
        }
    }

    private static void unreachable(SourceProbe probe) {
        probe.begin(Fault.CONNECTION_REFUSED);
        try {
            look(probe);
            throw new RuleBrokenException("nobody took connections, and there were pages");
        } catch (RetryableConnectorException e) {
            expect(!String.valueOf(e.getMessage()).isBlank(), "the exception says nothing");
        } finally {
            probe.source().end();
        }
    }

    private static void refused(SourceProbe probe) {
        probe.begin(Fault.CREDENTIALS_REFUSED);
        try {
            look(probe);
            throw new RuleBrokenException("the credentials were refused, and there were pages");
        } catch (FatalConnectorException e) {
            expect(!String.valueOf(e.getMessage()).isBlank(), "the exception says nothing about what to do");
        } finally {
            probe.source().end();
        }
    }

    private static void closesTwice(SourceProbe probe) {
        for (ObjectDescription object : probe.catalog().objects()) {
            ReadRequest all = ReadRequest.all(object.type());
            List<String> expected =
                    SourceReading.places(probe.given(object.type()).entries());
            List<SourceEntry> entries = new ArrayList<>();
            try (RecordCursor mine = probe.session().read(all)) {
                entries.addAll(mine.next());
                SourceSession other = probe.another();
                RecordCursor cursor = other.read(all);
                cursor.close();
                cursor.close();
                other.close();
                other.close();
                entries.addAll(SourceReading.of(mine).entries());
            }
            expect(
                    SourceReading.places(entries).equals(expected),
                    object.type() + " of another session has lost entries");
        }
    }

    private static void leavesNone(SourceProbe probe) {
        List<String> left = Leftovers.of(() -> {
            try (SourceSession session = probe.another()) {
                for (ObjectDescription object : session.catalog().objects()) {
                    SourceReading.of(session, ReadRequest.all(object.type()));
                }
                session.inventory();
            }
        });
        expect(left.isEmpty(), "these threads are left: " + left);
    }

    private static void atOnce(SourceProbe probe, ObjectDescription object) {
        ReadRequest all = ReadRequest.all(object.type());
        List<String> expected = SourceReading.places(probe.given(object.type()).entries());
        List<SourceEntry> mine = new ArrayList<>();
        List<SourceEntry> others = new ArrayList<>();
        try (SourceSession other = probe.another();
                RecordCursor one = probe.session().read(all);
                RecordCursor two = other.read(all)) {
            List<SourceEntry> page;
            List<SourceEntry> otherPage;
            do {
                page = one.next();
                otherPage = two.next();
                mine.addAll(page);
                others.addAll(otherPage);
            } while (!page.isEmpty() || !otherPage.isEmpty());
        }
        expect(
                SourceReading.places(mine).equals(expected)
                        && SourceReading.places(others).equals(expected),
                "two sessions that read in turns do not get everything");
        Callable<List<String>> reader =
                () -> SourceReading.places(probe.anew(all).entries());
        expect(
                Crowd.atOnce(Stream.generate(() -> reader).limit(SESSIONS).toList()).stream()
                        .allMatch(expected::equals),
                "sessions in several threads do not get everything");
    }
}
