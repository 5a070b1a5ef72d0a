package dev.crmmigration.connector.pipedrive.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends the requests of a tour, a line each, and keeps the ids that its later lines name. */
final class TestTour {

    private static final Pattern LINE = Pattern.compile("(?:(\\w+): )?([A-Z]+) (\\S+)(?: (.+))?");
    private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+?)(?=_currency|\\W|$)");
    private static final String BOUNDARY = "xYzZy";

    private static final String APPLICATION =
            "Basic " + Base64.getEncoder().encodeToString("simulator-client:simulator-secret".getBytes(UTF_8));

    private final Map<String, String> kept = new HashMap<>();

    Answer visit(PipedriveTestClient client, String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a line of a tour: " + line);
        }
        String body = parts.group(4) == null ? "" : filled(parts.group(4));
        Answer answer = send(client, parts.group(2), filled(parts.group(3)), body);
        client.header("content-type", "");
        if (parts.group(1) != null) {
            kept.put(parts.group(1), id(answer.data()));
        }
        return answer;
    }

    private static Answer send(PipedriveTestClient client, String method, String path, String body) {
        if (body.startsWith("application ")) {
            client.header("authorization", APPLICATION);
            return send(client, method, path, body.substring(12));
        }
        if (body.startsWith("form ")) {
            client.header("content-type", "application/x-www-form-urlencoded");
            return client.send(method, path, form(body.substring(5)));
        }
        if (body.startsWith("multipart ")) {
            client.header("content-type", "multipart/form-data; boundary=" + BOUNDARY);
            return client.send(method, path, multipart(body.substring(10)));
        }
        return client.send(method, path, body);
    }

    private String filled(String text) {
        return VARIABLE.matcher(text).replaceAll(name -> {
            String value = kept.get(name.group(1));
            if (value == null) {
                throw new IllegalArgumentException("no line before keeps " + name.group(1));
            }
            return value;
        });
    }

    private static String form(String fields) {
        StringBuilder form = new StringBuilder();
        for (String field : fields.split(" ", -1)) {
            int equals = field.indexOf('=');
            form.append(form.isEmpty() ? "" : "&")
                    .append(field, 0, equals + 1)
                    .append(URLEncoder.encode(field.substring(equals + 1), UTF_8));
        }
        return form.toString();
    }

    /** A text without a number as value stands for the content of a file. */
    private static String multipart(String fields) {
        StringBuilder parts = new StringBuilder();
        for (String field : fields.split(" ", -1)) {
            String name = field.substring(0, field.indexOf('='));
            boolean isFile = name.equals("file") || name.equals("data");
            parts.append("--").append(BOUNDARY).append("\r\nContent-Disposition: form-data; name=\"");
            parts.append(name).append(isFile ? "\"; filename=\"a.png\"\r\nContent-Type: image/png" : "\"");
            parts.append("\r\n\r\n").append(field.substring(name.length() + 1)).append("\r\n");
        }
        return parts.append("--").append(BOUNDARY).append("--\r\n").toString();
    }

    /** Returns what names the object in other calls. */
    private static String id(JsonNode data) {
        JsonNode object = data.isArray() ? data.path(0) : data;
        for (String name : new String[] {"field_code", "conversion_id", "uuid", "id"}) {
            if (object.hasNonNull(name)) {
                return object.path(name).asText();
            }
        }
        throw new AssertionError("no id in " + data);
    }
}
