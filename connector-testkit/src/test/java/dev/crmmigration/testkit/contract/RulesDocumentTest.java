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
    void listsEveryRuleInItsOwnWords_withAReason() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("RULES.md")).stream()
                .filter(line -> line.startsWith("| D"))
                .toList();

        assertThat(rows).hasSameSizeAs(DestinationRules.ALL);
        for (int i = 0; i < rows.size(); i++) {
            Rule<?> rule = DestinationRules.ALL.get(i);
            String start = "| " + rule.id() + " | " + rule.promise() + " | ";
            assertThat(rows.get(i)).startsWith(start).hasSizeGreaterThan(start.length() + 10);
        }
    }
}
