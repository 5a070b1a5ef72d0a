package dev.crmmigration.api.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A text in HTML, some words of which stand for records that a migration makes. Where the destination says at which address
 * people see such a record, the words become a link to it; else they stay as they are.
 *
 * @param html the text
 * @param words the record of each, by the words as they stand in the text
 */
public record LinkedText(String html, Map<String, Link> words) {

    public LinkedText {
        words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    }

    /** Does not show the text, which may be personal data. */
    @Override
    public String toString() {
        return "LinkedText[" + words.size() + " links]";
    }
}
