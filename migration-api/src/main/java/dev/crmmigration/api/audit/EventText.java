package dev.crmmigration.api.audit;

import java.util.HexFormat;
import java.util.Map;

/**
 * The one way to write an event down. Escaped are the quotation mark, the backslash, control characters and surrogates
 * without a partner, the latter two as four lower-case hex digits.
 */
final class EventText {

    private EventText() {}

    static String line(AuditEvent event) {
        StringBuilder json = new StringBuilder(320);
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
        json.append("},\"previousHash\":").append(quoted(event.previousHash()));
        return json.append(",\"hash\":")
                .append(quoted(event.hash()))
                .append('}')
                .toString();
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
