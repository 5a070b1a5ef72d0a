package dev.crmmigration.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The document names every rule, in the words of the rule, and says why. */
class RulesDocumentTest {

    @Test
    void listsEveryRuleOfDestinationsInItsOwnWords_withAReason() throws IOException {
        hasRows("| D", DestinationRules.ALL);
    }

    @Test
    void listsEveryRuleOfSourcesInItsOwnWords_withAReason() throws IOException {
        hasRows("| S", SourceRules.ALL);
    }

    private static void hasRows(String letter, List<? extends Rule<?>> rules) throws IOException {
        List<String> rows = Files.readAllLines(Path.of("RULES.md")).stream()
                .filter(line -> line.startsWith(letter))
                .toList();

        assertThat(rows).hasSameSizeAs(rules);
        for (int i = 0; i < rows.size(); i++) {
            Rule<?> rule = rules.get(i);
            String start = "| " + rule.id() + " | " + rule.promise() + " | ";
            assertThat(rows.get(i)).startsWith(start).hasSizeGreaterThan(start.length() + 10);
        }
    }
}
