package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.testkit.openapi.Operation;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Compares the calls of the simulator with the operations of Pipedrive's documents. */
class DocumentedOperationsTest {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

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
    void servesEveryOperation() {
        Set<String> served = costs().keySet();

        assertThat(wanted())
                .as("operations that the simulator does not know")
                .filteredOn(operation -> !served.contains(key(operation.method(), operation.path())))
                .isEmpty();
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

    /** Returns the operations about what a migration writes, reads or resolves against. */
    static List<Operation> wanted() {
        return TestJudge.operations().stream()
                .filter(operation -> !Collections.disjoint(operation.tags(), TAGS))
                .toList();
    }

    /** Names of parameters differ between documents and simulator. */
    private static String key(String method, String template) {
        return method + " " + PARAMETER.matcher(template).replaceAll("{}");
    }
}
