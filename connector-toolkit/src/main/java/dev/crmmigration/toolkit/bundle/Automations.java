package dev.crmmigration.toolkit.bundle;

import dev.crmmigration.toolkit.http.Json;
import dev.crmmigration.toolkit.http.JsonObject;
import dev.crmmigration.toolkit.http.JsonSyntaxException;
import dev.crmmigration.toolkit.tabular.ExportFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The automations that the bundle describes, to be rebuilt by a person.
 *
 * @param lines a line each: name, kind, status, trigger, conditions and actions as far as they are told
 * @param gaps what could not be read
 */
public record Automations(List<String> lines, List<String> gaps) {

    public static final String FILE = "automations.json";

    private static final String NOTHING = "not exported, not supplied";
    private static final int MOST_BYTES = 1 << 24;

    public Automations {
        lines = List.copyOf(lines);
        gaps = List.copyOf(gaps);
    }

    public static Automations of(ExportFolder folder) {
        if (!folder.has(FILE)) {
            return new Automations(
                    List.of(), List.of("the export has no file " + FILE + ": write down your automations yourself"));
        }
        try (InputStream in = folder.open(FILE)) {
            String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            Object tree = Json.parse(text.startsWith("\uFEFF") ? text.substring(1) : text);
            List<String> lines = new ArrayList<>();
            if (tree instanceof List<?> list) {
                list.forEach(one -> JsonObject.of(one).ifPresent(automation -> lines.add(line(automation))));
            }
            return new Automations(lines, List.of());
        } catch (JsonSyntaxException | IOException e) {
            return new Automations(
                    List.of(),
                    List.of("file " + FILE + " cannot be read as JSON: write down your automations yourself"));
        }
    }

    private static String line(JsonObject automation) {
        return automation.text("name").or(() -> automation.id("automation_id")).orElse("without a name")
                + " ("
                + automation
                        .text("kind")
                        .or(() -> automation.text("attached_to"))
                        .orElse("other") + ", "
                + automation.text("status").orElse("status unknown") + "): trigger "
                + trigger(automation) + "; conditions "
                + list(automation.get("conditions")) + "; actions " + list(automation.get("actions"));
    }

    private static String trigger(JsonObject automation) {
        return automation
                .object("trigger")
                .flatMap(one -> one.text("event").map(event -> event + filters(one.get("filters"))))
                .or(() -> automation.text("trigger"))
                .orElse(NOTHING);
    }

    private static String filters(@Nullable Object filters) {
        return filters == null ? "" : " where " + Json.write(filters);
    }

    private static String list(@Nullable Object items) {
        if (!(items instanceof List<?> list)) {
            return NOTHING;
        }
        return list.isEmpty() ? "none" : list.stream().map(Json::write).collect(Collectors.joining(", "));
    }
}
