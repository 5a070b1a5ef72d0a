package dev.crmmigration.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A page in a real browser, driven by the DevTools protocol: Chromium, without a window. */
final class Browser implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SECONDS = 120;

    private final Process process;
    private final WebSocket socket;
    private final Conversation conversation;

    private Browser(Process process, WebSocket socket, Conversation conversation) {
        this.process = process;
        this.socket = socket;
        this.conversation = conversation;
    }

    /** Returns the Chromium of this machine, if there is one. */
    static Optional<Path> installed() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(Path.of(folder)::resolve))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser start(Path program, Path profile) throws Exception {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .start();
        try {
            int port = URI.create(address(process)).getPort();
            HttpClient client = HttpClient.newHttpClient();
            HttpRequest pages = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                    .build();
            JsonNode list =
                    JSON.readTree(client.send(pages, BodyHandlers.ofString()).body());
            String page = list.get(0).get("webSocketDebuggerUrl").asText();
            Conversation conversation = new Conversation();
            WebSocket socket = client.newWebSocketBuilder()
                    .buildAsync(URI.create(page), conversation)
                    .get(SECONDS, TimeUnit.SECONDS);
            return new Browser(process, socket, conversation);
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static String address(Process process) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("DevTools listening on ")) {
                drain(out);
                return line.substring("DevTools listening on ".length());
            }
        }
        throw new IOException("the browser ended before it listened");
    }

    /** A process whose output nobody reads stands still. */
    private static void drain(BufferedReader out) {
        Thread reader = new Thread(() -> out.lines().forEach(line -> {}), "browser-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Opens a page and waits until it is there. */
    void open(URI page) throws Exception {
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            send(domain + ".enable", JSON.createObjectNode());
        }
        CompletableFuture<JsonNode> loaded = conversation.next("Page.loadEventFired");
        send("Page.navigate", JSON.createObjectNode().put("url", page.toString()));
        loaded.get(SECONDS, TimeUnit.SECONDS);
    }

    /** Evaluates an expression in the page; a promise is waited for. */
    JsonNode evaluate(String expression) throws Exception {
        JsonNode answer = send(
                "Runtime.evaluate",
                JSON.createObjectNode()
                        .put("expression", expression)
                        .put("awaitPromise", true)
                        .put("returnByValue", true));
        assertThat(answer.path("exceptionDetails").toString())
                .as("exception of the page")
                .isEmpty();
        return answer.path("result").path("value");
    }

    /** Returns what the page has complained about: exceptions, errors on the console, refusals of its policy. */
    List<String> complaints() {
        return conversation.events.stream()
                .filter(event -> switch (event.path("method").asText()) {
                    case "Runtime.exceptionThrown" -> true;
                    case "Runtime.consoleAPICalled" ->
                        List.of("error", "warning", "assert")
                                .contains(event.path("params").path("type").asText());
                    case "Log.entryAdded" ->
                        List.of("error", "warning")
                                .contains(event.path("params")
                                        .path("entry")
                                        .path("level")
                                        .asText());
                    default -> false;
                })
                .map(JsonNode::toString)
                .toList();
    }

    /** Returns what was asked for over whatever network, files and data in the page itself included. */
    List<String> requests() {
        return conversation.events.stream()
                .filter(event -> event.path("method").asText().equals("Network.requestWillBeSent"))
                .map(event -> event.path("params").path("request").path("url").asText())
                .toList();
    }

    /** Sets how the page is shown: {@code light} or {@code dark}, and how wide. */
    void show(String scheme, int width) throws Exception {
        ObjectNode media = JSON.createObjectNode();
        media.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", scheme);
        send("Emulation.setEmulatedMedia", media);
        send(
                "Emulation.setDeviceMetricsOverride",
                JSON.createObjectNode()
                        .put("width", width)
                        .put("height", 900)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", false));
    }

    private JsonNode send(String method, ObjectNode parameters) throws Exception {
        int id = conversation.number.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        conversation.answers.put(id, answer);
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", parameters);
        socket.sendText(message.toString(), true).get(SECONDS, TimeUnit.SECONDS);
        JsonNode answered = answer.get(SECONDS, TimeUnit.SECONDS);
        assertThat(answered.path("error").toString()).as(method).isEmpty();
        return answered.path("result");
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        // The profile can only be deleted when nobody writes into it any more
        try {
            process.waitFor(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is said on the line: answers by the number of the question, and events. */
    private static final class Conversation implements WebSocket.Listener {
        private final AtomicInteger number = new AtomicInteger();
        private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
        private final Map<String, CompletableFuture<JsonNode>> awaited = new ConcurrentHashMap<>();
        private final List<JsonNode> events = new CopyOnWriteArrayList<>();
        private final StringBuilder text = new StringBuilder();

        CompletableFuture<JsonNode> next(String event) {
            return awaited.computeIfAbsent(event, name -> new CompletableFuture<>());
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                hear(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }

        private void hear(String message) {
            JsonNode heard;
            try {
                heard = JSON.readTree(message);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("the browser speaks no JSON", e);
            }
            if (heard.has("id")) {
                Optional.ofNullable(answers.remove(heard.get("id").asInt()))
                        .ifPresent(answer -> answer.complete(heard));
                return;
            }
            events.add(heard);
            Optional.ofNullable(awaited.remove(heard.path("method").asText()))
                    .ifPresent(event -> event.complete(heard));
        }
    }
}
