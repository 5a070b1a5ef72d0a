package dev.crmmigration.toolkit.cells;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Undoes that UTF-8 was read as Windows-1252, where the text shows it and has no other reading. */
final class Mojibake {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern MARKER =
            Pattern.compile("[ÃÂÄÅ][\\u0080-\\u00BF\\u201A-\\u2122\\u0152-\\u0192\\u02C6\\u02DC]|â€|ï»¿|ðŸ");
    private static final int TWICE = 2;

    private Mojibake() {}

    /** Returns what was meant, or the text itself if nothing shows that it was read wrongly or it cannot be undone. */
    static String undone(String text) {
        String best = text;
        for (int i = 0; i < TWICE; i++) {
            int markers = markers(best);
            String once = markers == 0 ? null : decoded(best);
            if (once == null || markers(once) >= markers) {
                return best;
            }
            best = once;
        }
        return best;
    }

    private static int markers(String text) {
        int count = 0;
        for (Matcher matcher = MARKER.matcher(text); matcher.find(); ) {
            count++;
        }
        return count;
    }

    private static @Nullable String decoded(String text) {
        byte[] bytes = bytes(text);
        if (bytes == null) {
            return null;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Java's Windows-1252 has no place for five bytes, which others read as control characters. */
    private static byte @Nullable [] bytes(String text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < 0x100 && (character < 0x80 || character > 0x9F || isUnused(character))) {
                bytes[i] = (byte) character;
                continue;
            }
            try {
                ByteBuffer one = WINDOWS.newEncoder().encode(CharBuffer.wrap(new char[] {character}));
                bytes[i] = one.get();
            } catch (CharacterCodingException e) {
                return null;
            }
        }
        return bytes;
    }

    private static boolean isUnused(char character) {
        return character == 0x81 || character == 0x8D || character == 0x8F || character == 0x90 || character == 0x9D;
    }
}
