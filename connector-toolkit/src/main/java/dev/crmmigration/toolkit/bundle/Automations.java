package dev.crmmigration.toolkit.bundle;

import dev.crmmigration.api.source.Automation;
import dev.crmmigration.toolkit.http.Json;
import dev.crmmigration.toolkit.http.JsonObject;
import dev.crmmigration.toolkit.http.JsonSyntaxException;
import dev.crmmigration.toolkit.tabular.ExportFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The automations that the bundle describes, to be rebuilt by a person.
 *
 * @param lines a line each: name, kind, status, trigger, conditions and actions as far as they are told
 * @param gaps what could not be read
 * @param definitions the same, part by part
 */
public record Automations(List<String> lines, List<String> gaps, List<Automation> definitions) {

    public static final String FILE = "automations.json";

    private static final String NOTHING = "not exported, not supplied";
    private static final int MOST_BYTES = 1 << 24;

    public Automations {
        lines = List.copyOf(lines);
        gaps = List.copyOf(gaps);
        definitions = List.copyOf(definitions);
    }

    private static Automations none(String gap) {
        return new Automations(List.of(), List.of(gap), List.of());
    }

    public static Automations of(ExportFolder folder) {
        if (!folder.has(FILE)) {
            return none("the export has no file " + FILE + ": write down your automations yourself");
        }
        try (InputStream in = folder.open(FILE)) {
            String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            Object tree = Json.parse(text.startsWith("\uFEFF") ? text.substring(1) : text);
            List<String> lines = new ArrayList<>();
            List<Automation> definitions = new ArrayList<>();
            if (tree instanceof List<?> list) {
                list.forEach(one -> JsonObject.of(one).ifPresent(automation -> {
                    lines.add(line(automation));
                    definitions.add(definition(automation));
                }));
            }
            return new Automations(lines, List.of(), definitions);
        } catch (JsonSyntaxException | IOException e) {
            return none("file " + FILE + " cannot be read as JSON: write down your automations yourself");
        }
    }

    private static Automation definition(JsonObject automation) {
        return new Automation(
                name(automation),
                kind(automation).orElse(""),
                automation.text("status").orElse(""),
                Optional.of(trigger(automation)).filter(text -> !text.equals(NOTHING)),
                Optional.of(list(automation.get("conditions"))).filter(text -> !text.equals(NOTHING)),
                steps(automation.get("actions")));
    }

    /** The steps in the order in which they are done, each with the delay before it. */
    private static Optional<String> steps(@Nullable Object actions) {
        if (!(actions instanceof List<?> list)) {
            return Optional.empty();
        }
        return Optional.of(
                list.isEmpty() ? "none" : list.stream().map(Automations::step).collect(Collectors.joining("; ")));
    }

    private static String step(@Nullable Object action) {
        Optional<JsonObject> step = JsonObject.of(action);
        Optional<String> type = step.flatMap(one -> one.text("type"));
        if (type.isEmpty()) {
            return Json.write(action);
        }
        String delay = step.flatMap(one -> one.text("delay"))
                .filter(time -> !time.isEmpty() && !time.equals("PT0S"))
                .map(time -> "after " + time + ": ")
                .orElse("");
        String params = step.flatMap(one -> one.object("params"))
                .map(all -> Json.write(step.get().get("params")))
                .filter(text -> !text.equals("{}"))
                .map(text -> " " + text)
                .orElse("");
        return delay + type.get().replace('_', ' ') + params;
    }

    private static String name(JsonObject automation) {
        return automation.text("name").or(() -> automation.id("automation_id")).orElse("without a name");
    }

    private static Optional<String> kind(JsonObject automation) {
        return automation.text("kind").or(() -> automation.text("attached_to"));
    }

    private static String line(JsonObject automation) {
        return name(automation) + " (" + kind(automation).orElse("other") + ", "
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
