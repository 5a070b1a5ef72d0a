package dev.crmmigration.engine.internal.automation;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.source.Automation;
import dev.crmmigration.engine.internal.report.Json;
import dev.crmmigration.engine.internal.snapshot.AutomationJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the customer has written down about automations: {@code automations.json} or {@code automations.csv} in the folder of
 * the workspace, such as the questionnaire after it was filled in.
 */
public final class SuppliedAutomations {

    private static final String JSON = "automations.json";
    private static final String CSV = "automations.csv";

    private SuppliedAutomations() {}

    /** @throws ConfigurationException if a file is there and cannot be understood */
    public static List<Automation> in(Path workspace) {
        List<Automation> automations = new ArrayList<>();
        text(workspace.resolve(JSON)).ifPresent(text -> automations.addAll(json(text)));
        text(workspace.resolve(CSV)).ifPresent(text -> automations.addAll(csv(text)));
        return automations;
    }

    private static Optional<String> text(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file, StandardCharsets.UTF_8)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": it must be UTF-8", e);
        }
    }

    private static List<Automation> json(String text) {
        try {
            return AutomationJson.read(Json.parse(text));
        } catch (JsonProcessingException e) {
            throw new ConfigurationException(JSON + " in the workspace is no JSON, see line "
                    + e.getLocation().getLineNr()
                    + ". Give an array of objects with name, trigger, conditions, actions");
        }
    }

    private static List<Automation> csv(String text) {
        List<List<String>> rows = CsvRows.of(text);
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> header =
                rows.get(0).stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        if (!header.contains("name")) {
            throw new ConfigurationException(
                    CSV + " in the workspace has no column 'name' in its first line. Begin with the"
                            + " columns name, kind, status, trigger, conditions, actions");
        }
        return rows.stream()
                .skip(1)
                .map(row -> new Automation(
                        cell(header, row, "name").orElse(""),
                        cell(header, row, "kind").orElse(""),
                        cell(header, row, "status").orElse(""),
                        cell(header, row, "trigger"),
                        cell(header, row, "conditions"),
                        cell(header, row, "actions")))
                .filter(automation -> !automation.name().isEmpty())
                .toList();
    }

    private static Optional<String> cell(List<String> header, List<String> row, String column) {
        int index = header.indexOf(column);
        return index < 0 || index >= row.size() || row.get(index).isEmpty()
                ? Optional.empty()
                : Optional.of(row.get(index));
    }
}
