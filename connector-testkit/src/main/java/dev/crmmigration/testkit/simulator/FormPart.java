package dev.crmmigration.testkit.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A part of a {@link Multipart} body. */
public final class FormPart {

    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([a-zA-Z*]+)\\s*=\\s*(?:\"((?:\\\\.|[^\"\\\\])*)\"|([^;\"\\s]*))");
    private static final Pattern EXTENDED = Pattern.compile("(?i)UTF-8'[^']*'(.*)");

    private final String name;
    private final @Nullable String fileName;
    private final byte[] content;

    private FormPart(String name, @Nullable String fileName, byte[] content) {
        this.name = name;
        this.fileName = fileName;
        this.content = content;
    }

    /** Reads the line {@code Content-Disposition}, in which {@code filename*} wins over {@code filename}. */
    static FormPart of(String disposition, byte[] content) {
        String name = "";
        String fileName = null;
        String extended = null;
        Matcher parameter = PARAMETER.matcher(disposition);
        while (parameter.find()) {
            String value = parameter.group(2) != null ? unescaped(parameter.group(2)) : parameter.group(3);
            switch (parameter.group(1)) {
                case "name" -> name = value;
                case "filename" -> fileName = percentQuotes(value);
                case "filename*" -> extended = decoded(value).orElse(extended);
                default -> {}
            }
        }
        return new FormPart(name, extended != null ? extended : fileName, content);
    }

    private static String unescaped(String quoted) {
        return quoted.replaceAll("\\\\(.)", "$1");
    }

    /** Undoes what browsers do to quotes and line breaks (RFC 7578, section 4.2, and the HTML standard). */
    private static String percentQuotes(String value) {
        return value.replace("%22", "\"").replace("%0D", "").replace("%0A", " ");
    }

    private static Optional<String> decoded(String value) {
        Matcher matcher = EXTENDED.matcher(value);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(URLDecoder.decode(matcher.group(1).replace("+", "%2B"), UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns the name of the field; empty if the part has none. */
    public String name() {
        return name;
    }

    /** Returns the name that the client sent, or {@code null} if the part is no file. */
    public @Nullable String fileName() {
        return fileName;
    }

    /** Returns the bytes, which nobody writes into. */
    public byte[] content() {
        return content;
    }

    /** Returns the bytes as UTF-8 text. */
    public String text() {
        return new String(content, UTF_8);
    }
}
