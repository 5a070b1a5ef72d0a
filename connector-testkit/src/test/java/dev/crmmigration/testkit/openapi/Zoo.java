package dev.crmmigration.testkit.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An invented API with a bit of everything. */
final class Zoo {

    static final String JSON = "application/json; charset=utf-8";

    private Zoo() {}

    static ApiDocument document() {
        try (InputStream file = requireNonNull(Zoo.class.getResourceAsStream("zoo.yaml"))) {
            return ApiDocument.of(new YAMLMapper().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static OpenApiJudge judge() {
        return OpenApiJudge.builder().document(document()).closedMembers().build();
    }

    static OpenApiJudge judge(KnownDifferences differences) {
        return OpenApiJudge.builder()
                .document(document())
                .closedMembers()
                .differences(differences)
                .build();
    }

    /** Reads differences; bars stand for tabs. */
    static KnownDifferences differences(String... lines) {
        String file = String.join("\n", lines).replace('|', '\t');
        return KnownDifferences.read(new ByteArrayInputStream(file.getBytes(UTF_8)));
    }

    static Exchange get(String path, String... query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < query.length; i += 2) {
            parameters.put(query[i], query[i + 1]);
        }
        return Exchange.request("GET", path, parameters, null, new byte[0]).answered(200, JSON, bytes("{'data':[]}"));
    }

    static Exchange answer(int status, @Nullable String type, String body) {
        return Exchange.request("GET", "/api/animals", Map.of("kind", "fish"), null, new byte[0])
                .answered(status, type, bytes(body));
    }

    static Exchange post(String path, @Nullable String type, String body) {
        return Exchange.request("POST", path, Map.of(), type, bytes(body)).answered(200, null, new byte[0]);
    }

    static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(UTF_8);
    }

    static List<String> shown(List<Violation> violations) {
        return violations.stream().map(Violation::toString).toList();
    }
}
