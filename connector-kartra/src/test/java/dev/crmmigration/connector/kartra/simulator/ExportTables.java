package dev.crmmigration.connector.kartra.simulator;

import dev.crmmigration.testkit.bundle.CsvRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The rows of an export, told apart by their columns, whose names are made lower case. */
final class ExportTables {

    private static final Set<String> NOT_OF_CONTACTS =
            Set.of("transaction_type", "calendar_subscription_id", "affiliate_id", "subscription_id");

    private final List<Map<String, String>> contacts = new ArrayList<>();
    private final List<Map<String, String>> transactions = new ArrayList<>();
    private final List<Map<String, String>> subscriptions = new ArrayList<>();
    private final List<Map<String, String>> definitions = new ArrayList<>();

    private ExportTables() {}

    /** @throws IllegalArgumentException if there is no such folder */
    static ExportTables read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("setting 'export' must name the folder of an export but was " + folder);
        }
        ExportTables tables = new ExportTables();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".csv"))
                    .sorted()
                    .toList()) {
                tables.add(CsvRows.of(Files.readAllBytes(file)));
            }
            return tables;
        } catch (IOException e) {
            throw new UncheckedIOException("a file of the export cannot be read", e);
        }
    }

    private void add(List<List<String>> lines) {
        if (lines.isEmpty()) {
            return;
        }
        List<String> header = lines.get(0).stream().map(ExportTables::key).toList();
        List<Map<String, String>> table = table(header);
        for (List<String> cells : lines.subList(1, lines.size())) {
            if (cells.equals(lines.get(0))) {
                continue;
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < header.size() && i < cells.size(); i++) {
                row.put(header.get(i), cells.get(i).strip());
            }
            table.add(row);
        }
    }

    private List<Map<String, String>> table(List<String> header) {
        if (header.contains("field_identifier")) {
            return definitions;
        }
        if (header.contains("transaction_type")) {
            return transactions;
        }
        boolean isOther = header.stream().anyMatch(NOT_OF_CONTACTS::contains);
        if (header.contains("email") && !isOther) {
            return contacts;
        }
        boolean isSubscription = header.contains("subscription_id") && header.contains("status");
        return isSubscription ? subscriptions : new ArrayList<>();
    }

    private static String key(String header) {
        return header.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
    }

    List<Map<String, String>> contacts() {
        return contacts;
    }

    List<Map<String, String>> transactions() {
        return transactions;
    }

    List<Map<String, String>> subscriptions() {
        return subscriptions;
    }

    /** Returns the definitions of custom fields. */
    List<Map<String, String>> definitions() {
        return definitions;
    }
}
