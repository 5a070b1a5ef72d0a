package dev.crmmigration.connector.pipedrive.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.testkit.openapi.Operation;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Compares the calls of the simulator with the operations of Pipedrive's documents. */
class DocumentedOperationsTest {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

    /** The objects that a migration writes, reads or resolves against. */
    private static final Set<String> TAGS = Set.of(
            "Organizations",
            "OrganizationFields",
            "OrganizationRelationships",
            "Persons",
            "PersonFields",
            "Deals",
            "DealFields",
            "DealProducts",
            "DealInstallments",
            "Leads",
            "LeadLabels",
            "LeadSources",
            "LeadFields",
            "Activities",
            "ActivityTypes",
            "ActivityFields",
            "Notes",
            "NoteFields",
            "Files",
            "Pipelines",
            "Stages",
            "Filters",
            "Products",
            "ProductFields",
            "Users",
            "Currencies",
            "ItemSearch",
            "Webhooks");

    @Test
    void servesEveryOperation_exceptThoseThatAreListed() throws IOException {
        Set<String> missing = new TreeSet<>();
        Set<String> served = costs().keySet();
        for (Operation operation : TestJudge.operations()) {
            boolean isWanted = !Collections.disjoint(operation.tags(), TAGS);
            if (isWanted && !served.contains(key(operation.method(), operation.path()))) {
                missing.add(operation.toString());
            }
        }

        assertThat(missing)
                .as("operations that the simulator does not know, against openapi-not-served.txt")
                .isEqualTo(listed());
    }

    @Test
    void knowsNoOperationThatIsNotDocumented() {
        assertThat(documentedCosts().keySet()).containsAll(costs().keySet());
    }

    @Test
    void chargesWhatTheDocumentsSay() {
        Map<String, String> costs = costs();

        assertThat(costs).hasSizeGreaterThan(80);
        assertThat(documentedCosts()).containsAllEntriesOf(costs);
    }

    private static Map<String, String> costs() {
        PipedriveSettings settings = PipedriveSettings.of(Map.of());
        SimulatorClock clock = SimulatorClock.standingAt(PipedriveTestClient.START);
        Map<String, String> costs = new TreeMap<>();
        for (Endpoint endpoint : new Company(NewAccount.create(settings, clock, 1)).endpoints()) {
            costs.put(key(endpoint.method(), endpoint.template()), Integer.toString(endpoint.cost()));
        }
        return costs;
    }

    private static Map<String, String> documentedCosts() {
        Map<String, String> costs = new TreeMap<>();
        TestJudge.operations()
                .forEach(operation ->
                        costs.put(key(operation.method(), operation.path()), operation.extension("x-token-cost")));
        return costs;
    }

    private static Set<String> listed() throws IOException {
        try (InputStream file = DocumentedOperationsTest.class.getResourceAsStream(
                "/dev/crmmigration/connector/pipedrive/openapi-not-served.txt")) {
            List<String> lines = new String(requireNonNull(file).readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            return new TreeSet<>(lines);
        }
    }

    /** Names of parameters differ between documents and simulator. */
    private static String key(String method, String template) {
        return method + " " + PARAMETER.matcher(template).replaceAll("{}");
    }
}
