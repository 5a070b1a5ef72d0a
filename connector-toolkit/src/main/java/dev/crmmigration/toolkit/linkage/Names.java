package dev.crmmigration.toolkit.linkage;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Brings names into the form on which they are compared. */
public final class Names {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private Names() {}

    /** Returns a name without regard to case and punctuation. */
    public static String compared(String name) {
        String text = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return BETWEEN.matcher(text).replaceAll(" ").strip();
    }
}
