package dev.crmmigration.testkit.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormPartsTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final OpenApiJudge judge = Zoo.judge();

    @Test
    void readsFieldsOfAForm() {
        assertThat(judged(FORM, "link=http%3A%2F%2Fzoo.example&animal_id=7")).isEmpty();
        assertThat(judged(FORM, "animal_id=seven&colour=red"))
                .containsExactlyInAnyOrder(
                        "POST /api/pictures request /body/link required ([\"link\"])",
                        "POST /api/pictures request /body/animal_id type (integer)",
                        "POST /api/pictures request /body/colour unknown-member");
        assertThat(judged(FORM, "link=%zz")).containsExactly("POST /api/pictures request /body syntax (" + FORM + ")");
    }

    @Test
    void readsPartsByTheirNames() {
        String type = "multipart/form-data; boundary=\"xyz\"";
        String file = part("file\"; filename=\"leo.png", "PNG\r\n\r\n--xy");

        assertThat(judged(type, file + part("animal_id", "7") + "--xyz--\r\n")).isEmpty();
        assertThat(judged(type, part("animal_id", "seven") + part("picture", "PNG") + "--xyz--\r\n"))
                .containsExactlyInAnyOrder(
                        "POST /api/pictures request /body/file required ([\"file\"])",
                        "POST /api/pictures request /body/animal_id type (integer)",
                        "POST /api/pictures request /body/picture unknown-member");
    }

    @Test
    void refusesPartsThatCannotBeToldApart() {
        String syntax = "POST /api/pictures request /body syntax (multipart/form-data)";

        assertThat(judged("multipart/form-data", part("file", "PNG") + "--xyz--"))
                .containsExactly(syntax);
        assertThat(judged("multipart/form-data; boundary=xyz", part("file", "PNG")))
                .containsExactly(syntax);
        assertThat(judged("multipart/form-data; boundary=xyz", "--xyz\r\n\r\nnameless\r\n--xyz--"))
                .containsExactly(syntax);
    }

    private List<String> judged(String type, String body) {
        Exchange exchange = Exchange.request("POST", "/api/pictures", Map.of(), type, body.getBytes(UTF_8));
        return Zoo.shown(judge.judgeRequest(exchange));
    }

    private static String part(String name, String content) {
        return "--xyz\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content + "\r\n";
    }
}
