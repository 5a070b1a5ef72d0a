package dev.crmmigration.connector.thepractice;

import dev.crmmigration.toolkit.bundle.RowDraft;
import dev.crmmigration.toolkit.http.Json;
import dev.crmmigration.toolkit.http.JsonObject;
import dev.crmmigration.toolkit.http.JsonSyntaxException;
import dev.crmmigration.toolkit.tabular.ExportFolder;
import dev.crmmigration.toolkit.tabular.HeaderKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The forms that clients fill in, with their questions, and who answered what. Not thread-safe. */
final class Forms {

    static final String FILE = "forms.json";

    private static final int MOST_BYTES = 1 << 24;

    private final Map<String, Form> byId = new LinkedHashMap<>();
    private final List<String> gaps = new ArrayList<>();
    private final Map<String, Response> responses = new HashMap<>();
    private final Map<String, Set<String>> answered = new HashMap<>();

    /** A form; its questions by id. */
    record Form(String id, String title, String kind, Map<String, Question> questions) {}

    /** A question; its property is the key of the custom property that its answer is, or empty text. */
    record Question(String label, long position, String type, boolean isRequired, String property) {}

    /** What is known of a filled-in form. */
    record Response(String form, String client, Optional<Instant> at) {}

    Forms(ExportFolder folder) {
        if (!folder.has(FILE)) {
            gaps.add("the export has no file " + FILE + ": answers are in the order in which they were exported");
            return;
        }
        try (InputStream in = folder.open(FILE)) {
            String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            if (Json.parse(text.startsWith("\uFEFF") ? text.substring(1) : text) instanceof List<?> list) {
                list.forEach(one -> JsonObject.of(one).map(Forms::form).ifPresent(form -> byId.put(form.id(), form)));
            }
        } catch (JsonSyntaxException | IOException e) {
            gaps.add("file " + FILE + " cannot be read as JSON: answers are in the order in which they were exported");
        }
    }

    private static Form form(JsonObject tree) {
        Map<String, Question> questions = new LinkedHashMap<>();
        if (tree.get("questions") instanceof List<?> list) {
            list.forEach(one -> JsonObject.of(one)
                    .ifPresent(question -> questions.put(
                            question.id("question_id").orElse(""), question(question, questions.size() + 1))));
        }
        return new Form(
                tree.id("form_id").orElse(""),
                tree.text("title").orElse(""),
                tree.text("kind").orElse("other"),
                questions);
    }

    private static Question question(JsonObject tree, long place) {
        return new Question(
                tree.text("label").orElse(""),
                tree.integer("position").orElse(place),
                tree.text("type").orElse(""),
                Boolean.TRUE.equals(tree.get("required")),
                tree.text("maps_to_property").map(HeaderKey::of).orElse(""));
    }

    void seeResponse(RowDraft row, String client) {
        responses.put(
                row.id(),
                new Response(
                        row.text("form_id"), client, row.moment("submitted_at").or(() -> row.moment("sent_at"))));
    }

    void seeAnswer(RowDraft row) {
        if (!row.text("answer").isEmpty() || !row.list("answer_attachment_ids").isEmpty()) {
            answered.computeIfAbsent(row.text("response_id"), any -> new HashSet<>())
                    .add(row.text("question_id"));
        }
    }

    Optional<Form> form(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Response> response(String id) {
        return Optional.ofNullable(responses.get(id));
    }

    /** Returns the question that an answer belongs to. */
    Optional<Question> questionOf(RowDraft answer) {
        return response(answer.text("response_id"))
                .flatMap(response -> form(response.form()))
                .map(form -> form.questions().get(answer.text("question_id")));
    }

    /** Returns the labels of questions that had to be answered and were not. */
    List<String> unanswered(RowDraft response) {
        Set<String> done = answered.getOrDefault(response.id(), Set.of());
        return form(response.text("form_id")).map(Form::questions).orElse(Map.of()).entrySet().stream()
                .filter(question -> question.getValue().isRequired() && !done.contains(question.getKey()))
                .map(question -> question.getValue().label())
                .toList();
    }

    /** Returns a line for each form, which has to be built again. */
    List<String> lines() {
        return byId.values().stream()
                .map(form -> "form " + form.title() + " (" + form.kind() + "): "
                        + form.questions().size() + " question(s), of which "
                        + form.questions().values().stream()
                                .filter(question -> !question.property().isEmpty())
                                .count()
                        + " fill a property; the answers move, the form has to be built again")
                .toList();
    }

    List<String> gaps() {
        return gaps;
    }
}
