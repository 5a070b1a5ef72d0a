package dev.crmmigration.engine.internal.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.crmmigration.api.record.FieldValue;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Writes the fields of a record as one line of JSON and reads them back exactly: same classes, same scales.
 *
 * <p>Keys are sorted. Text, whole numbers and truth values are JSON's own, a list is an array, a cleared field is
 * {@code null}; all else is an object whose one key names the kind: {@code {"money":["1.20","EUR"]}}.
 */
public final class ValueCodec {

    /** Our own text is read, so the limits that guard against a stranger's do not apply. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /** Half of a pair: no text in UTF-8 can hold it, but vendors that cut text in the middle of a pair do send it. */
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    private ValueCodec() {}

    /**
     * Returns the stored form of the fields.
     *
     * @param fields by keys that UTF-8 can hold; values may be any text
     */
    public static String encode(Map<String, FieldValue> fields) {
        return write(fields, false);
    }

    /**
     * Returns the fields that {@code text} is the stored form of, sorted by key.
     *
     * @throws IllegalArgumentException if it is not a stored form
     */
    public static Map<String, FieldValue> decode(String text) {
        try (JsonParser json = JSON.createParser(text)) {
            return new ValueReader(json).fields();
        } catch (JsonProcessingException e) {
            // Neither the cause nor its message: both may quote the text, which is personal data.
            throw notAStoredForm(e.getLocation().getCharOffset());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the SHA-256 of the fields in hexadecimal. Numbers of the same value have the same hash, whatever their
     * scale.
     */
    public static String hash(Map<String, FieldValue> fields) {
        return Sha256.of(write(fields, true));
    }

    /** Returns the first eight bytes of the hash of one value under the empty key. */
    public static long prefix(FieldValue value) {
        if (value instanceof FieldValue.Present present && present.content() instanceof String text && isPlain(text)) {
            return Sha256.prefix("{\"\":\"" + text + "\"}");
        }
        return Sha256.prefix(write(Map.of("", value), true));
    }

    /** Most text is the same in JSON. */
    private static boolean isPlain(String text) {
        for (int index = 0; index < text.length(); index++) {
            char unit = text.charAt(index);
            if (unit < ' ' || unit > '~' || unit == '"' || unit == '\\') {
                return false;
            }
        }
        return true;
    }

    static IllegalArgumentException notAStoredForm(long offset) {
        return new IllegalArgumentException("the stored fields of a record are damaged at character " + (offset + 1)
                + ". Restore the workspace from a copy");
    }

    private static String write(Map<String, FieldValue> fields, boolean sameScale) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            new ValueWriter(json, sameScale).fields(new TreeMap<>(fields));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return escapeLoneSurrogates(text.toString());
    }

    private static boolean hasSurrogate(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (Character.isSurrogate(text.charAt(index))) {
                return true;
            }
        }
        return false;
    }

    private static String escapeLoneSurrogates(String text) {
        if (!hasSurrogate(text)) {
            return text;
        }
        return LONE_SURROGATE
                .matcher(text)
                .replaceAll(found -> String.format(
                        Locale.ROOT, "\\\\u%04x", (int) found.group().charAt(0)));
    }
}
