package dev.crmmigration.toolkit.bodies;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that a file may have on every system. */
public final class SafeFileName {

    private static final int LONGEST = 200;
    private static final Pattern ENCODED = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cc}\\u200B-\\u200F\\u202A-\\u202E<>:\"|?*]");
    private static final String NOTHING = "file";

    private SafeFileName() {}

    /**
     * Returns the name without folders, drive letters, signs that some systems forbid, and what is too long; the ending stays. It
     * equals the given name if nothing is wrong with it ({@code FILE_NAME} otherwise).
     */
    public static String of(String given) {
        String name = decoded(given).replace('\\', '/');
        name = name.substring(name.lastIndexOf('/') + 1);
        name = FORBIDDEN
                .matcher(name.replaceFirst("^[A-Za-z]:", ""))
                .replaceAll("")
                .strip();
        while (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        return name.isEmpty() ? NOTHING : shortened(name);
    }

    private static String decoded(String name) {
        Matcher matcher = ENCODED.matcher(name);
        return matcher.find()
                ? matcher.replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))))
                : name;
    }

    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 12 ? name.substring(dot) : "";
        String stem = name.substring(0, name.length() - ending.length());
        while (size(stem) + size(ending) > LONGEST) {
            int last = stem.offsetByCodePoints(stem.length(), -1);
            stem = stem.substring(0, last);
        }
        return stem + ending;
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
