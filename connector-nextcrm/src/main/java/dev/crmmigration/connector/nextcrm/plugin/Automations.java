package dev.crmmigration.connector.nextcrm.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crmmigration.api.source.Automation;
import dev.crmmigration.toolkit.tabular.ExportFolder;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Describes automations, sequences and campaigns by their JSON: what starts them, and what they do step by step. */
final class Automations {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> lines = new ArrayList<>();
    private final List<Automation> definitions = new ArrayList<>();

    /** Takes in a file; of one that is none of them, that it could not be read. */
    void add(String file, ExportFolder folder) {
        try (InputStream in = folder.open(file)) {
            JsonNode root = JSON.readTree(in);
            for (JsonNode one : root.isArray() ? root : JSON.createArrayNode().add(root)) {
                describe(file, one);
            }
        } catch (IOException e) {
            lines.add("file " + file + " is no JSON that can be read: ask for what it describes");
        }
    }

    /** Returns a sentence for each. */
    List<String> lines() {
        return lines;
    }

    /** Returns the same, part by part; what is not known is no part of it. */
    List<Automation> definitions() {
        return definitions;
    }

    private void describe(String file, JsonNode one) {
        String title = text(one, "title").or(() -> text(one, "name")).orElse(file);
        JsonNode steps = one.has("sequences") ? one.path("sequences") : one.path("steps");
        if (one.has("trigger_name") || steps.isArray()) {
            automation(title, one, steps);
        } else if (one.has("emails") && one.has("sequence")) {
            sequence(text(one.path("sequence"), "title").orElse(title), one);
        } else if (one.has("email_subject")) {
            campaign(title, one);
        } else {
            lines.add("file " + file + " describes something that is not known: look at it by hand");
        }
    }

    private static Optional<String> text(JsonNode one, String field) {
        return Optional.of(one.path(field).asText("").strip()).filter(text -> !text.isEmpty());
    }

    private void automation(String title, JsonNode one, JsonNode steps) {
        List<String> told = new ArrayList<>();
        steps(steps, told);
        Optional<String> trigger = text(one, "trigger_name");
        lines.add("automation '" + title + "': starts by " + trigger.orElse("a step of it") + "; " + told.size()
                + " step(s): " + String.join(" -> ", told) + "; status "
                + text(one, "status").orElse("unknown"));
        definitions.add(new Automation(
                title,
                "automation",
                text(one, "status").orElse(""),
                trigger.map(Automations::words),
                conditions(one.path("conditions")),
                Optional.of(told.isEmpty() ? "none" : words(String.join("; ", told)))));
    }

    private static Optional<String> conditions(JsonNode conditions) {
        if (conditions.isMissingNode() || conditions.isNull()) {
            return Optional.empty();
        }
        return Optional.of(conditions.isEmpty() ? "none" : words(conditions.toString()));
    }

    /** Names of triggers and steps are written in one. */
    private static String words(String text) {
        return text.replace('_', ' ');
    }

    private void sequence(String title, JsonNode one) {
        List<String> mails = mails(one.path("emails"));
        lines.add("sequence '" + title + "': " + mails.size() + " mail(s): " + String.join(" -> ", mails));
        definitions.add(new Automation(
                title,
                "sequence",
                text(one.path("sequence"), "status").orElse(""),
                Optional.empty(),
                Optional.empty(),
                Optional.of(mails.isEmpty() ? "none" : "send mails: " + String.join("; ", mails))));
    }

    private void campaign(String title, JsonNode one) {
        Optional<String> scheduled = text(one, "scheduled_at");
        String recipients = text(one, "recipients_count").orElse("unknown");
        String subject = one.path("email_subject").asText("");
        lines.add("campaign '" + title + "': status " + text(one, "status").orElse("unknown") + "; subject '" + subject
                + "'; recipients " + recipients
                + scheduled.map(moment -> "; scheduled at " + moment).orElse(""));
        definitions.add(new Automation(
                title,
                "campaign",
                text(one, "status").orElse(""),
                scheduled.map(moment -> "scheduled at " + moment),
                Optional.of("recipients: " + recipients),
                Optional.of("send mail '" + subject + "'")));
    }

    private static List<String> mails(JsonNode emails) {
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
        return mails;
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
