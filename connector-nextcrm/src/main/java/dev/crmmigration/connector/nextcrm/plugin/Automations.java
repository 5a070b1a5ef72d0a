package dev.crmmigration.connector.nextcrm.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crmmigration.toolkit.tabular.ExportFolder;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Describes automations, sequences and campaigns by their JSON: what starts them, and what they do step by step. */
final class Automations {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Automations() {}

    /** Returns a sentence for each; of a file that is none of them, that it could not be read. */
    static List<String> of(String file, ExportFolder folder) {
        try (InputStream in = folder.open(file)) {
            JsonNode root = JSON.readTree(in);
            List<String> found = new ArrayList<>();
            for (JsonNode one : root.isArray() ? root : JSON.createArrayNode().add(root)) {
                describe(file, one, found);
            }
            return found;
        } catch (IOException e) {
            return List.of("file " + file + " is no JSON that can be read: ask for what it describes");
        }
    }

    private static void describe(String file, JsonNode one, List<String> found) {
        String title = one.path("title").asText(one.path("name").asText(file));
        JsonNode steps = one.has("sequences") ? one.path("sequences") : one.path("steps");
        if (one.has("trigger_name") || steps.isArray()) {
            List<String> lines = new ArrayList<>();
            steps(steps, lines);
            found.add("automation '" + title + "': starts by "
                    + one.path("trigger_name").asText("a step of it") + "; "
                    + lines.size() + " step(s): " + String.join(" -> ", lines)
                    + "; status " + one.path("status").asText("unknown"));
        } else if (one.has("emails") && one.has("sequence")) {
            found.add("sequence '" + one.path("sequence").path("title").asText(title) + "': "
                    + one.path("emails").size() + " mail(s): " + mails(one.path("emails")));
        } else if (one.has("email_subject")) {
            found.add("campaign '" + title + "': status " + one.path("status").asText("unknown") + "; subject '"
                    + one.path("email_subject").asText("") + "'; recipients "
                    + one.path("recipients_count").asText("unknown")
                    + (one.path("scheduled_at").asText("").isEmpty()
                            ? ""
                            : "; scheduled at " + one.path("scheduled_at").asText()));
        } else {
            found.add("file " + file + " describes something that is not known: look at it by hand");
        }
    }

    private static String mails(JsonNode emails) {
        List<String> mails = new ArrayList<>();
        for (JsonNode mail : emails) {
            JsonNode timing = mail.path("settings").path("timings");
            String wait = timing.has("delay")
                    ? "after " + timing.path("delay").asText() + " "
                            + timing.path("delay_unit").asText("days") + ": "
                    : "";
            mails.add(
                    wait + mail.path("email_subject").asText(mail.path("title").asText("a mail")));
        }
        return String.join(" -> ", mails);
    }

    /** A step that asks a question has a branch for each answer. */
    private static void steps(JsonNode steps, List<String> lines) {
        for (JsonNode step : steps) {
            String name = step.path("action_name").asText(step.path("title").asText("a step"));
            JsonNode wait = step.path("settings");
            lines.add(
                    wait.has("wait_time_amount")
                            ? name + " " + wait.path("wait_time_amount").asText() + " "
                                    + wait.path("wait_time_unit").asText()
                            : name);
            step.path("children").properties().forEach(branch -> {
                List<String> inner = new ArrayList<>();
                steps(branch.getValue(), inner);
                lines.add("if " + branch.getKey() + " (" + String.join(" -> ", inner) + ")");
            });
        }
    }
}
