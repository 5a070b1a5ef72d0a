package dev.crmmigration.examples.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** The control endpoints of a simulator: what an admin or a witness does, past the limits. */
final class ControlDoor {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final URI simulator;
    private final HttpClient client = HttpClient.newHttpClient();

    ControlDoor(URI simulator) {
        this.simulator = simulator;
    }

    JsonNode get(String endpoint) {
        return exchange(request(endpoint).GET());
    }

    JsonNode post(String endpoint, JsonNode body) {
        return exchange(request(endpoint).POST(BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8)));
    }

    private HttpRequest.Builder request(String endpoint) {
        return HttpRequest.newBuilder(URI.create(simulator + "/__simulator/" + endpoint))
                .header("Content-Type", "application/json");
    }

    private JsonNode exchange(HttpRequest.Builder request) {
        HttpRequest built = request.build();
        try {
            HttpResponse<byte[]> answer = client.send(built, BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException("the simulator answers " + answer.statusCode() + " to " + built.method()
                        + " " + built.uri().getPath());
            }
            return MAPPER.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at " + built.uri().getPath(), e);
        }
    }
}
