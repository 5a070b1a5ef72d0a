package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.crmmigration.testkit.simulator.SimulatorClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Compares the scopes of the calls with the security of Pipedrive's OpenAPI documents, where a checkout has them beside it. */
class ScopesTest {

    private static final Pattern PATH = Pattern.compile("^ {2}['\"]?(/[^:'\"]*)['\"]?:\\s*$");
    private static final Pattern METHOD = Pattern.compile("^ {4}(get|post|put|patch|delete):\\s*$");
    private static final Pattern SCOPE = Pattern.compile("^ {12}- ['\"]?([a-z-]+(?::[a-z]+)?)['\"]?\\s*$");
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

    @Test
    void asksForWhatTheDocumentsSay() throws IOException {
        Path contracts = contracts();
        if (contracts == null) {
            abort("skipped: there is no shared/contracts/pipedrive beside this project");
            return;
        }
        Map<String, Set<String>> expected = new TreeMap<>();
        read(contracts.resolve("openapi-v1.yaml"), Endpoint.V1, expected);
        read(contracts.resolve("openapi-v2.yaml"), Endpoint.V2, expected);

        Map<String, Set<String>> actual = new TreeMap<>();
        PipedriveSettings settings = PipedriveSettings.of(Map.of());
        SimulatorClock clock = SimulatorClock.standingAt(PipedriveTestClient.START);
        Scopes scopes = new Scopes("base");
        for (Endpoint endpoint : new Company(NewAccount.create(settings, clock, 1)).endpoints()) {
            actual.put(key(endpoint.method(), endpoint.template()), new TreeSet<>(scopes.of(endpoint)));
        }

        assertThat(expected).hasSizeGreaterThan(300);
        assertThat(expected).containsAllEntriesOf(actual);
    }

    private static @Nullable Path contracts() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path contracts = folder.resolve("shared/contracts/pipedrive");
            if (Files.isDirectory(contracts)) {
                return contracts;
            }
        }
        return null;
    }

    private static void read(Path document, String prefix, Map<String, Set<String>> scopes) throws IOException {
        String path = "";
        String operation = "";
        boolean isSecurity = false;
        for (String line : Files.readAllLines(document)) {
            Matcher pathLine = PATH.matcher(line);
            Matcher methodLine = METHOD.matcher(line);
            Matcher scopeLine = SCOPE.matcher(line);
            if (pathLine.matches()) {
                path = pathLine.group(1);
            } else if (methodLine.matches()) {
                operation = key(methodLine.group(1).toUpperCase(Locale.ROOT), prefix + path);
                scopes.put(operation, new TreeSet<>());
            } else if (line.startsWith("      ") && line.charAt(6) != ' ') {
                isSecurity = line.startsWith("      security:");
            } else if (isSecurity && scopeLine.matches()) {
                scopes.computeIfAbsent(operation, any -> new TreeSet<>()).add(scopeLine.group(1));
            }
        }
    }

    private static String key(String method, String template) {
        return method + " " + PARAMETER.matcher(template).replaceAll("{}");
    }
}
