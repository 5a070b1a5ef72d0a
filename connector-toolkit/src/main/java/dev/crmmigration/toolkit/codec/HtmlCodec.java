package dev.crmmigration.toolkit.codec;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.Stored;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * HTML of notes. Platforms sanitise it, so that only its text can be compared: {@link HtmlText} says what counts.
 *
 * <p>What is longer than the platform takes is refused, never cut; the loss that the plan is told of is what a cut would
 * leave, so that the plan can say that it has to be split.
 */
public final class HtmlCodec implements Codec {

    private final int maxBytes;
    private final String cutLoss;

    /**
     * @param maxBytes the most bytes that the platform takes
     * @param cutLoss the code of the loss of what is longer
     */
    public HtmlCodec(int maxBytes, String cutLoss) {
        this.maxBytes = maxBytes;
        this.cutLoss = cutLoss;
    }

    @Override
    public Object encode(FieldDescription field, Object value) {
        Object html = TextCodec.PLAIN.encode(field, value);
        if (bytes((String) html) > maxBytes) {
            throw new UnfitValueException(
                    "TOO_LONG",
                    "The field takes no more than " + maxBytes
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
        if (bytes(isText ? plain(html) : html) > maxBytes) {
            return Stored.losing(cut(text.text()), cutLoss);
        }
        return text.losesMarkup() ? Stored.losing(text.text(), "unsafe-html") : Stored.as(text.text());
    }

    private static String plain(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /** Returns as much of a text as the platform takes, never half a character or half an entity. */
    private String cut(String text) {
        int end = 0;
        int room = maxBytes;
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
