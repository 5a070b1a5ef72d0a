package dev.crmmigration.connector.pipedrive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.connector.pipedrive.simulator.TestJudge;
import dev.crmmigration.testkit.openapi.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Compares what the connector thinks that calls cost with Pipedrive's documents. */
class DocumentedPricesTest {

    @Test
    void knowsThePriceOfEveryCallItMakes() throws IOException {
        Map<String, String> documented = new TreeMap<>();
        for (Operation operation : TestJudge.operations()) {
            documented.put(operation.toString(), operation.extension("x-token-cost"));
        }

        Map<String, String> prices = prices();

        assertThat(prices).hasSizeGreaterThan(40);
        assertThat(documented).containsAllEntriesOf(prices);
    }

    /** Reads the columns name, method, version, path, tokens. */
    private static Map<String, String> prices() throws IOException {
        Map<String, String> prices = new TreeMap<>();
        try (InputStream file = PipedriveDestination.class.getResourceAsStream("prices.tsv")) {
            for (String line : new String(requireNonNull(file).readAllBytes(), UTF_8)
                    .lines()
                    .toList()) {
                String[] columns = line.split("\t", -1);
                if (columns.length == 5 && !line.startsWith("#")) {
                    String prefix = columns[2].equals("v1") ? "/v1" : "/api/v2";
                    prices.put(columns[1] + " " + prefix + columns[3], columns[4]);
                }
            }
        }
        return prices;
    }
}
