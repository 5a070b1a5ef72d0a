package dev.crmmigration.toolkit.rest;

import static dev.crmmigration.toolkit.rest.ScriptedApi.json;
import static dev.crmmigration.toolkit.rest.ScriptedApi.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.toolkit.http.Json;
import dev.crmmigration.toolkit.http.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that never end, answers that are none, rows that come twice. */
class RestMirrorTest {

    private static final String ADA = row("c1", "Ada", "2026-01-01T00:00:00Z");
    private static final String BEN = row("c2", "Ben", "2026-01-02T00:00:00Z");

    @TempDir
    Path spool;

    private static String row(String id, String name, String updated) {
        return "{\"client_id\":\"" + id + "\",\"name\":\"" + name + "\",\"updated_at\":\"" + updated + "\"}";
    }

    private static MockResponse page(String next, String... rows) {
        String cursor = next.isEmpty() ? "null" : "\"" + next + "\"";
        return json("{\"data\":[" + String.join(",", rows) + "],\"page\":{\"next_cursor\":" + cursor + ",\"has_more\":"
                + !next.isEmpty() + "},\"server_time\":\"2026-03-02T09:00:00Z\"}");
    }

    private List<String> read(Function<String, MockResponse> answers) throws IOException {
        try (ScriptedApi api = new ScriptedApi(answers);
                RestMirror mirror = api.open(Files.createTempDirectory(spool, "mirror"), 2)) {
            mirror.refresh();
            return Files.readAllLines(mirror.folder().resolve("clients.ndjson"));
        }
    }

    private static Function<String, MockResponse> always(MockResponse answer) {
        return target -> answer;
    }

    @Test
    void stops_whenAPageIsGivenTwice() {
        assertThatThrownBy(() -> read(always(page("again", ADA))))
                .isInstanceOf(FatalConnectorException.class)
                .hasMessageContaining("/v1/clients gives the same next page twice");
    }

    @Test
    void stops_whenEmptyPagesSayThatThereIsMore() {
        AtomicInteger number = new AtomicInteger();

        assertThatThrownBy(() -> read(target -> page("p" + number.incrementAndGet())))
                .isInstanceOf(FatalConnectorException.class)
                .hasMessageContaining("empty pages");
        assertThat(number).hasValue(3);
    }

    @Test
    void stops_whenARowComesWithTwoContentsOfOneTime() {
        assertThatThrownBy(() -> read(target -> target.contains("cursor")
                        ? page("", row("c1", "Eva", "2026-01-01T00:00:00Z"))
                        : page("x", ADA)))
                .isInstanceOf(FatalConnectorException.class)
                .hasMessageContaining("gave one row twice")
                .hasMessageNotContaining("Eva");
    }

    @Test
    void keepsTheNewestRow_whenOneChangesWhileItIsRead() throws IOException {
        String changed = row("c1", "Ada B", "2026-03-01T00:00:00Z");

        assertThat(read(target -> target.contains("cursor") ? page("", BEN, changed) : page("x", ADA, BEN)))
                .containsExactly(BEN, changed);
    }

    @Test
    void beginsAListAgainOnce_whenTheCursorIsNoLongerValid() throws IOException {
        String stale = "{\"error\":{\"code\":\"invalid_cursor\"}}";
        AtomicInteger refused = new AtomicInteger();

        List<String> rows = read(target -> !target.contains("cursor")
                ? page("x", ADA)
                : refused.getAndIncrement() == 0 ? status(400, stale) : page("", BEN));

        assertThat(rows).containsExactly(ADA, BEN);
        assertThatThrownBy(() -> read(target -> target.contains("cursor") ? status(400, stale) : page("x", ADA)))
                .isInstanceOf(FatalConnectorException.class)
                .hasMessageContaining("returned 400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>busy</html>", "{\"data\":", "{\"data\":[1]}", "null", "{}"})
    void asksOnceMore_whenAnAnswerIsNoList(String body) throws IOException {
        AtomicInteger number = new AtomicInteger();

        assertThat(read(target -> number.getAndIncrement() == 0 ? json(body) : page("", ADA)))
                .containsExactly(ADA);
        assertThatThrownBy(() -> read(always(json(body))))
                .isInstanceOf(FatalConnectorException.class)
                .hasMessageContaining("returned twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"items", "results"})
    void findsTheRows_whateverTheListIsCalled(String name) throws IOException {
        assertThat(read(always(json("{\"" + name + "\":[" + ADA + "]}")))).containsExactly(ADA);
    }

    @Test
    void waitsAsLongAsItIsTold_thenLongerEachTime_thenGivesUp() throws IOException {
        MockResponse busy = new MockResponse.Builder()
                .code(429)
                .setHeader("Retry-After", "7")
                .build();
        try (ScriptedApi api = new ScriptedApi(always(busy));
                RestMirror mirror = api.open(Files.createTempDirectory(spool, "mirror"), 2)) {
            assertThatThrownBy(mirror::refresh)
                    .isInstanceOf(RetryableConnectorException.class)
                    .hasMessageContaining("/v1/clients returned 429");
            assertThat(api.waits()).containsExactly(seven(), seven(), seven(), seven(), seven());
        }
        try (ScriptedApi api = new ScriptedApi(always(status(502, "")));
                RestMirror mirror = api.open(Files.createTempDirectory(spool, "mirror"), 2)) {
            assertThatThrownBy(mirror::refresh).isInstanceOf(RetryableConnectorException.class);
            assertThat(api.waits()).hasSize(5).isSorted();
        }
    }

    private static Duration seven() {
        return Duration.ofSeconds(7);
    }

    @Test
    void asksForChangesFromBeforeTheLastReadingByTheServersClock() throws IOException {
        try (ScriptedApi api = new ScriptedApi(always(page("", ADA, BEN)));
                RestMirror mirror = api.open(Files.createTempDirectory(spool, "mirror"), 2)) {
            mirror.refresh();
            mirror.refresh();

            assertThat(api.asked())
                    .last()
                    .asString()
                    .contains("updated_since=2026-03-02T08%3A55%3A00Z", "include_deleted=true");
            assertThat(mirror.findings()).containsExactly("the API says that clients has 3 rows, but gave 2");
        }
    }

    @Test
    void writesNoFileBeyondItsFolder() {
        String[] paths = {"../x", "files/../../x", "/etc/x", "files/\n/../../../x", "files/a/../../../x", "x"};

        assertThat(paths).allSatisfy(path -> {
            String row =
                    "{\"attachment_id\":\"../a\",\"file_name\":\"..\\\\b/../c\",\"path\":" + Json.write(path) + "}";
            Path file = spool.resolve(FileFetching.path(JsonObject.parse(row).orElseThrow()));
            assertThat(file.normalize().startsWith(spool.resolve("files"))).isTrue();
        });
    }
}
