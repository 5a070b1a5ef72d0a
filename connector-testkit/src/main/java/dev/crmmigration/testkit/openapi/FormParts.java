package dev.crmmigration.testkit.openapi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the fields of forms. */
final class FormParts {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");

    private FormParts() {}

    /** Reads {@code application/x-www-form-urlencoded}; empty if it cannot be decoded. */
    static Optional<Map<String, String>> urlEncoded(byte[] body) {
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            for (String pair : new String(body, UTF_8).split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    fields.put(
                            URLDecoder.decode(pair.substring(0, equals), UTF_8),
                            URLDecoder.decode(pair.substring(equals + 1), UTF_8));
                }
            }
            return Optional.of(fields);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Reads {@code multipart/form-data}: the parts by name; empty if the parts cannot be told apart. */
    static Optional<Map<String, String>> multipart(String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            return Optional.empty();
        }
        String text = "\r\n" + new String(body, ISO_8859_1);
        String[] parts = text.split(Pattern.quote("\r\n--" + boundary.group(1)), -1);
        if (parts.length < 2 || !parts[parts.length - 1].startsWith("--")) {
            return Optional.empty();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 1; i < parts.length - 1; i++) {
            int headEnd = parts[i].indexOf("\r\n\r\n");
            Optional<String> name = headEnd < 0 ? Optional.empty() : name(parts[i].substring(0, headEnd));
            if (name.isEmpty()) {
                return Optional.empty();
            }
            String value = parts[i].substring(headEnd + 4);
            fields.put(name.get(), new String(value.getBytes(ISO_8859_1), UTF_8));
        }
        return Optional.of(fields);
    }

    private static Optional<String> name(String head) {
        for (String line : head.split("\r\n", -1)) {
            Matcher name = NAME.matcher(line);
            if (line.toLowerCase(Locale.ROOT).startsWith("content-disposition:") && name.find()) {
                return Optional.of(name.group(1));
            }
        }
        return Optional.empty();
    }
}
