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
        appendQuoted(json.append(",\"at\":"), event.at().toString());
        appendQuoted(json.append(",\"kind\":"), event.kind());
        json.append(",\"attributes\":{");
        String comma = "";
        for (Map.Entry<String, String> attribute : event.attributes().entrySet()) {
            appendQuoted(json.append(comma), attribute.getKey());
            appendQuoted(json.append(':'), attribute.getValue());
            comma = ",";
        }
        appendQuoted(json.append("},\"previousHash\":"), event.previousHash());
        appendQuoted(json.append(",\"hash\":"), event.hash());
        return json.append('}').toString();
    }

    private static void appendQuoted(StringBuilder json, String text) {
        json.append('"');
        if (isPlain(text)) {
            json.append(text);
        } else {
            text.codePoints().forEach(character -> appendEscaped(json, character));
        }
        json.append('"');
    }

    private static boolean isPlain(String text) {
        for (int index = 0; index < text.length(); index++) {
            char unit = text.charAt(index);
            if (unit < ' ' || unit > '~' || unit == '"' || unit == '\\') {
                return false;
            }
        }
        return true;
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
