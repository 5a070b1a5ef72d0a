package dev.crmmigration.toolkit.tabular;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes the key of a column from its header, so that spelling, case and punctuation do not matter. */
public final class HeaderKey {

    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private HeaderKey() {}

    /**
     * Returns the key of a header: NFKC, lower case, every run of anything but letters and digits one underscore, none at
     * the ends. {@code Amount (USD)} gives {@code amount_usd}.
     *
     * @return empty text if the header has neither letter nor digit
     */
    public static String of(String header) {
        String text = Normalizer.normalize(header, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String joined = SEPARATORS.matcher(text).replaceAll("_");
        int start = joined.startsWith("_") ? 1 : 0;
        int end = joined.length() - (joined.length() > start && joined.endsWith("_") ? 1 : 0);
        return joined.substring(start, end);
    }
}
