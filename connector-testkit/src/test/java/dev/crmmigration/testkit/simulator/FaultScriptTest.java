package dev.crmmigration.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultScriptTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'action':'reset'} | xxxxxx",
                "{'action':'reset','nth':2} | .x....",
                "{'action':'reset','every':3} | ..x..x",
                "{'action':'reset','count':2} | xx....",
                "{'action':'reset','every':2,'count':1} | .x....",
                "{'action':'reset','probability':0} | ......",
                "{'action':'reset','method':'PATCH'} | ......",
                "{'action':'reset','path':'^/b'} | ......",
                "{'action':'reset','method':'post','path':'^/a$'} | xxxxxx"
            })
    void choosesItsRequests(String rule, String expected) {
        FaultScript script = FaultScript.parse("{\"rules\":[" + rule.replace('\'', '"') + "]}");
        StringBuilder fired = new StringBuilder();

        for (int i = 0; i < 6; i++) {
            fired.append(script.faultFor(request("POST", "/a")).isPresent() ? 'x' : '.');
        }

        assertThat(fired).hasToString(expected);
        assertThat(script.fired())
                .isEqualTo(expected.chars().filter(c -> c == 'x').count());
    }

    @Test
    void letsTheFirstRuleActButAllRulesCount() {
        FaultScript script = FaultScript.parse("""
                [{"nth": 1, "action": "reset"}, {"nth": 2, "action": "delay"}]""");

        assertThat(script.faultFor(request("GET", "/")).map(FaultRule.Fault::action))
                .contains(FaultAction.RESET);
        assertThat(script.faultFor(request("GET", "/")).map(FaultRule.Fault::action))
                .contains(FaultAction.DELAY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[ | the fault script is not JSON",
                "{} | a fault script is a list of rules, or an object with 'rules'",
                "[{'action':'explode'}] | there is no fault action 'explode'",
                "[{'action':'ignore-field'}] | the fault action ignore-field needs a 'field'",
                "[{'action':'edit'}] | the fault action edit needs a 'body' with the edit",
                "[{'action':'reset','path':'('}] | the path of a fault rule is not a regular expression: (",
                "[{'action':'reset','times':3}] | a fault rule has no 'times'; it knows [action, body, count, "
                        + "delayMillis, every, field, method, nth, path, probability, status]"
            })
    void refusesAScriptThatIsNone(String script, String message) {
        assertThatThrownBy(() -> FaultScript.parse(script.replace('\'', '"')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static Request request(String method, String path) {
        return new Request(method, path, Map.of(), Map.of(), Map.of(), new byte[0]);
    }
}
