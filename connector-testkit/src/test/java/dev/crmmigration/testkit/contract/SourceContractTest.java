package dev.crmmigration.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** The suite itself: it passes what is right, and whoever breaks one rule fails that one and no other. */
class SourceContractTest {

    private static Events run(String deviation) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(ReferenceSourceCase.class))
                .configurationParameter(ReferenceCase.DEVIATION, deviation)
                .execute()
                .allEvents();
    }

    @Test
    void passesTheReferenceSource_andLeavesNothingUnchecked() {
        Events events = run("none");

        assertThat(messages(events)).isEmpty();
        assertThat(events.aborted().stream()).isEmpty();
        assertThat(events.succeeded().count()).isGreaterThan(50);
    }

    @Test
    void triesEveryRule() {
        Events events = run("none");

        assertThat(SourceRules.ALL)
                .allSatisfy(rule -> assertThat(events.started().stream()
                                .filter(event -> Objects.equals(parent(event), rule.id() + " " + rule.promise())))
                        .isNotEmpty());
    }

    private static String parent(Event event) {
        return event.getTestDescriptor()
                .getParent()
                .map(parent -> parent.getDisplayName())
                .orElse("");
    }

    @ParameterizedTest
    @MethodSource("deviations")
    void failsTheOneRuleThatIsBroken(SourceDeviation deviation) {
        List<String> messages = messages(run(deviation.toString()));

        assertThat(messages)
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message).startsWith(deviation.rule() + " "));
    }

    static Stream<SourceDeviation> deviations() {
        return SourceDeviation.all();
    }

    private static List<String> messages(Events events) {
        return events.failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .map(result ->
                        String.valueOf(result.getThrowable().orElseThrow().getMessage()))
                .toList();
    }

    @Test
    void hasADeviationForEveryRule() {
        assertThat(SourceRules.ALL.stream().map(Rule::id))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 41)
                        .mapToObj(number -> "S" + number)
                        .toList());
        assertThat(SourceDeviation.all().map(SourceDeviation::rule).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        SourceRules.ALL.stream().map(Rule::id).toList());
    }
}
