package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.Stored;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * HTML of notes. Pipedrive sanitises it, so that only its text can be compared: {@link HtmlText} says what counts.
 *
 * <p>What is longer than Pipedrive takes is refused, never cut; the loss that the plan is told of is what a cut would
 * leave, so that the plan can say that it has to be split.
 */
final class HtmlCodec implements Codec {

    /**
     * Pipedrive takes 100 KB (changelog of 2025-09-21 for activities, "about 100,000 characters" for notes): the smaller
     * reading of both.
     */
    static final int MAX_BYTES = 100_000;

    private static final String CUT = "truncated-100kb";

    @Override
    public Object encode(FieldDescription field, Object value) {
        Object html = TextCodec.PLAIN.encode(field, value);
        if (bytes((String) html) > MAX_BYTES) {
            throw new UnfitValueException(
                    "TOO_LONG",
                    "Pipedrive takes no more than " + MAX_BYTES
                            + " bytes here. Let the plan split the text into several "
                            + "notes, or attach it as a file.");
        }
        return html;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public @Nullable Object decode(Object json) {
        return TextCodec.PLAIN.decode(json);
    }

    @Override
    public Stored canonical(FieldDescription field, Object value) {
        String html = (String) TextCodec.PLAIN.encode(field, value);
        HtmlText text = HtmlText.of(html);
        boolean isText = text.text().equals(html); // its entities stand for one character each
        if (bytes(isText ? plain(html) : html) > MAX_BYTES) {
            return Stored.losing(cut(text.text()), CUT);
        }
        return text.losesMarkup() ? Stored.losing(text.text(), "unsafe-html") : Stored.as(text.text());
    }

    private static String plain(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /** Returns as much of a text as Pipedrive takes, never half a character or half an entity. */
    private static String cut(String text) {
        int end = 0;
        int room = MAX_BYTES;
        while (end < text.length()) {
            int next = nextAfter(text, end);
            room -= bytes(plain(text.substring(end, next)));
            if (room < 0) {
                break;
            }
            end = next;
        }
        return text.substring(0, end).strip();
    }

    private static int nextAfter(String text, int at) {
        int entity = text.charAt(at) == '&' ? text.indexOf(';', at) : -1;
        return entity < 0 ? text.offsetByCodePoints(at, 1) : entity + 1;
    }
}
