package dev.crmmigration.connector.pipedrive.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import dev.crmmigration.testkit.openapi.JudgingObserver;
import dev.crmmigration.testkit.openapi.KnownDifferences;
import dev.crmmigration.testkit.openapi.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Walks through all operations and has every answer judged; openapi-tour.txt explains its lines. */
class DocumentedTourTest {

    private static final String ACCOUNT = "account ";

    private final KnownDifferences differences = TestJudge.differences();
    private final JudgingObserver judge = JudgingObserver.ofAccepted(TestJudge.judge(differences));

    @Test
    void answersEveryOperationAsDocumented_andShowsEveryKnownDifference() throws IOException {
        List<String> operations = DocumentedOperationsTest.wanted().stream()
                .map(Operation::toString)
                .toList();

        walk();

        judge.requireConformity();
        assertThat(judge.accepted()).as("operations that the tour has visited").containsAll(operations);
        assertThat(differences.unused())
                .as(
                        "lines of openapi-exceptions.tsv that nothing needs; remove them, or let openapi-tour.txt show them")
                .isEmpty();
    }

    private void walk() throws IOException {
        List<String> lines = lines();
        for (int start = 0; start < lines.size(); ) {
            int end = start + 1;
            while (end < lines.size() && !lines.get(end).startsWith(ACCOUNT)) {
                end++;
            }
            walk(lines.get(start).substring(ACCOUNT.length()).split(" ", -1), lines.subList(start + 1, end));
            start = end;
        }
    }

    private void walk(String[] settings, List<String> lines) {
        TestTour tour = new TestTour();
        try (PipedriveTestClient client = PipedriveTestClient.startJudgedBy(judge, settings)) {
            for (String line : lines) {
                Answer answer = tour.visit(client, line);
                assertThat(answer.status()).as(line + " " + answer.text()).isBetween(200, 299);
                // Searches see what the index knows, conversions end in their own time.
                client.advance(Duration.ofMinutes(1));
            }
        }
    }

    private static List<String> lines() throws IOException {
        try (InputStream file = DocumentedTourTest.class.getResourceAsStream(
                "/dev/crmmigration/connector/pipedrive/openapi-tour.txt")) {
            return new String(requireNonNull(file).readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
