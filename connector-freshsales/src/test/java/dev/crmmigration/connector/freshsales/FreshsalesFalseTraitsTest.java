package dev.crmmigration.connector.freshsales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The suite finds out what a catalog of Freshsales says that is not true, by the rule of that trait and no other. */
class FreshsalesFalseTraitsTest {

    @ParameterizedTest
    @EnumSource
    void failsTheRuleOfTheTrait_ifItIsFalse(FalseTraits traits) {
        List<String> failed = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(FalseTraits.Case.class))
                .configurationParameter(FalseTraits.PARAMETER, traits.name())
                .execute()
                .allEvents()
                .failed()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .map(result ->
                        String.valueOf(result.getThrowable().orElseThrow().getMessage()))
                .map(message -> message.split(" ", 2)[0])
                .toList();

        assertThat(failed).isNotEmpty().containsOnly(traits.name());
    }
}
