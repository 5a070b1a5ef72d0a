package dev.crmmigration.connector.thepractice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.SourceEntry;
import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.testkit.contract.ContractContext;
import dev.crmmigration.testkit.simulator.RunningSimulator;
import dev.crmmigration.testkit.simulator.Simulator;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Practice over HTTP gives the records of the bundle. */
class PracticeRestTest {

    private static final Path SAMPLE = Path.of("..", "examples", "exports", "thepractice");

    private final SimulatorClock clock = SimulatorClock.standingAt(Instant.parse("2026-03-02T10:00:00Z"));
    private final ContractContext context = ContractContext.on(clock);

    private SourceSession open(Settings settings) {
        return new PracticeSource().open(settings.with("contractLinks", "leave"), context);
    }

    /** What counts of each record: of rows with one id the newest. */
    private static Map<String, Map<String, FieldValue>> records(SourceSession session) {
        Map<String, Map<String, FieldValue>> records = new TreeMap<>();
        Map<String, Long> versions = new TreeMap<>();
        for (ObjectDescription object : session.catalog().objects()) {
            try (RecordCursor cursor = session.read(ReadRequest.all(object.type()))) {
                for (List<SourceEntry> page = cursor.next(); !page.isEmpty(); page = cursor.next()) {
                    page.forEach(entry -> take(entry, records, versions));
                }
            }
        }
        return records;
    }

    private static void take(
            SourceEntry entry, Map<String, Map<String, FieldValue>> records, Map<String, Long> versions) {
        if (entry instanceof SourceEntry.Read read
                && versions.getOrDefault(read.record().ref().toString(), Long.MIN_VALUE) <= read.version()) {
            versions.put(read.record().ref().toString(), read.version());
            records.put(
                    read.record().ref().toString(), new TreeMap<>(read.record().fields()));
        }
    }

    /** Returns the fields that differ, without their values. */
    private static List<String> differences(
            Map<String, Map<String, FieldValue>> one, Map<String, Map<String, FieldValue>> other) {
        Set<String> refs = new TreeSet<>(one.keySet());
        refs.addAll(other.keySet());
        List<String> differences = new ArrayList<>();
        for (String ref : refs) {
            Map<String, FieldValue> here = one.getOrDefault(ref, Map.of());
            Map<String, FieldValue> there = other.getOrDefault(ref, Map.of());
            Set<String> fields = new TreeSet<>(here.keySet());
            fields.addAll(there.keySet());
            fields.removeIf(field -> Objects.equals(here.get(field), there.get(field)));
            fields.forEach(field -> differences.add(ref + " " + field));
        }
        return differences;
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "on"})
    void givesTheRecordsOfTheBundle_whereverTheItemsOfInvoicesStand(String nested) {
        SimulatorOptions options = SimulatorOptions.builder()
                .clock(clock)
                .setting("export", SAMPLE.toString())
                .setting("nested", nested)
                .setting("content", "redirect")
                .build();

        try (RunningSimulator simulator =
                        Simulator.of("thepractice").orElseThrow().start(options);
                SourceSession rest = open(Settings.of("access", "rest")
                        .with("baseUrl", simulator.url().toString())
                        .with("pageSize", "9")
                        .secret("token", simulator.token()));
                SourceSession bundle = open(Settings.of("export", SAMPLE.toString()))) {
            // The API has no list of the files of contracts that are no attachment; images in texts are named by where
            // they stand.
            assertThat(differences(records(rest), records(bundle)))
                    .filteredOn(difference -> !difference.matches("note_image:.* file"))
                    .containsExactly("contract:ct_1 file", "contract:ct_1 file_from", "contract:ct_1 file_gap");
        }
    }
}
