package dev.crmmigration.toolkit.identity;

import java.net.IDN;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads e-mail addresses as people and spreadsheets write them. */
public final class EmailText {

    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF\\p{Cc}]");
    private static final Pattern BETWEEN = Pattern.compile("\\s*[;,|]\\s*|\\s+(?=[^\\s@]+@)");
    private static final Pattern MAILTO = Pattern.compile("(?i)^mailto:");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;<>\"()]+@[^\\s@.,;<>\"()]+(\\.[^\\s@.,;<>\"()]+)+");
    private static final Set<String> TYPING_SLIPS = Set.of(
            "gmial.com", "gmai.com", "gmal.com", "gnail.com", "hotmial.com", "yaho.com", "yahooo.com", "outlok.com");
    private static final Set<String> SLIP_ENDINGS = Set.of("con", "cmo", "ocm", "comm", "nett", "ogr");

    private EmailText() {}

    /** Returns the addresses of a cell as written, without what surrounds them; in the order of the cell. */
    public static List<String> all(String cell) {
        List<String> addresses = new ArrayList<>();
        BETWEEN.splitAsStream(bare(cell))
                .map(EmailText::bare)
                .filter(one -> !one.isEmpty())
                .forEach(addresses::add);
        return addresses;
    }

    /** Tells whether a text is one address that needs nothing: most are, and patterns take their time. */
    public static boolean isPlain(String text) {
        int at = text.indexOf('@');
        int dot = text.lastIndexOf('.');
        if (at < 1 || dot < at + 2 || dot > text.length() - 3) {
            return false;
        }
        char before = 'a';
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean isLetter =
                    (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z' && i < at);
            boolean isSign = character == '-' || character == '_' || (character == '+' && i < at);
            boolean isDot = character == '.' && before != '.' && before != '@' && i != 0;
            if (!isLetter && !isSign && !isDot && !(character >= '0' && character <= '9') && i != at) {
                return false;
            }
            before = character;
        }
        String domain = text.substring(at + 1);
        return !TYPING_SLIPS.contains(domain) && !SLIP_ENDINGS.contains(text.substring(dot + 1));
    }

    private static boolean isSlipEnding(String ending) {
        return SLIP_ENDINGS.contains(ending.toLowerCase(Locale.ROOT));
    }

    /**
     * Returns the form on which addresses are compared: NFKC, lower case, the domain in ASCII. Dots and tags in the local part
     * stay, as they tell mailboxes apart on some servers.
     *
     * @return empty if the text is no address that can be a key: no {@code @}, blanks within, a known slip of typing
     */
    public static Optional<String> key(String text) {
        String address = Normalizer.normalize(bare(text), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        int at = address.lastIndexOf('@');
        if (!ADDRESS.matcher(address).matches()) {
            return Optional.empty();
        }
        String domain = ascii(address.substring(at + 1));
        boolean isSlip = domain.isEmpty()
                || TYPING_SLIPS.contains(domain)
                || isSlipEnding(domain.substring(domain.lastIndexOf('.') + 1));
        return isSlip ? Optional.empty() : Optional.of(address.substring(0, at + 1) + domain);
    }

    /**
     * Returns a key on which addresses that are probably one mailbox agree: without tag, and without dots of the local part.
     * Good for a report of possible duplicates, never for identity.
     */
    public static Optional<String> looseKey(String text) {
        return key(text).map(key -> {
            int at = key.indexOf('@');
            String local = key.substring(0, at).replaceFirst("\\+.*", "").replace(".", "");
            return local + key.substring(at);
        });
    }

    /** Takes away blanks, marks that cannot be seen, {@code mailto:}, angle brackets and a dot or comma at the end. */
    static String bare(String text) {
        String bare = INVISIBLE.matcher(text).replaceAll("").strip();
        int open = bare.lastIndexOf('<');
        if (open >= 0 && bare.endsWith(">")) {
            bare = bare.substring(open + 1, bare.length() - 1).strip();
        }
        bare = MAILTO.matcher(bare).replaceFirst("");
        while (bare.endsWith(".") || bare.endsWith(",") || bare.endsWith(";")) {
            bare = bare.substring(0, bare.length() - 1).strip();
        }
        return bare;
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
