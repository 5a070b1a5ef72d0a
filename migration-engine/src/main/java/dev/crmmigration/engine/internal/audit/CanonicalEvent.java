package dev.crmmigration.engine.internal.audit;

import dev.crmmigration.api.audit.AuditEvent;
import dev.crmmigration.engine.internal.value.Sha256;
import java.util.HexFormat;
import java.util.Map;

/**
 * The one way to write an event down: JSON without spaces, members in the order {@code sequence}, {@code at}, {@code
 * kind}, {@code attributes} (in the order of their names), {@code previousHash}, {@code hash}. Escaped are the quotation
 * mark, the backslash, control characters and surrogates without a partner, the latter two as four lower-case hex
 * digits. The hash is taken over the same text without its last member, as UTF-8.
 */
final class CanonicalEvent {

    private CanonicalEvent() {}

    /** Returns the line of an event, without a line end. */
    static String line(AuditEvent event) {
        return hashed(event)
                .append(",\"hash\":")
                .append(quoted(event.hash()))
                .append('}')
                .toString();
    }

    static String hash(AuditEvent event) {
        return Sha256.of(hashed(event).append('}').toString());
    }

    private static StringBuilder hashed(AuditEvent event) {
        StringBuilder json = new StringBuilder(256);
        json.append("{\"sequence\":").append(event.sequence());
        json.append(",\"at\":").append(quoted(event.at().toString()));
        json.append(",\"kind\":").append(quoted(event.kind()));
        json.append(",\"attributes\":{");
        String comma = "";
        for (Map.Entry<String, String> attribute : event.attributes().entrySet()) {
            json.append(comma).append(quoted(attribute.getKey()));
            json.append(':').append(quoted(attribute.getValue()));
            comma = ",";
        }
        return json.append("},\"previousHash\":").append(quoted(event.previousHash()));
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(character -> appendEscaped(json, character));
        return json.append('"').toString();
    }

    private static void appendEscaped(StringBuilder json, int character) {
        boolean isLoneSurrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        if (character == '"' || character == '\\') {
            json.append('\\').append((char) character);
        } else if (character < ' ' || isLoneSurrogate) {
            json.append("\\u").append(HexFormat.of().toHexDigits((char) character));
        } else {
            json.appendCodePoint(character);
        }
    }
}
