package dev.crmmigration.engine.internal.draft;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The forms of one e-mail address: with something behind a plus sign, at several domains of one company. */
public final class EmailAliases {

    /** Google's mail has two names. */
    private static final Map<String, String> KNOWN = Map.of("googlemail.com", "gmail.com");

    private final Map<String, String> domains = new HashMap<>(KNOWN);

    /** @param text pairs such as {@code acme.com=acme.example, acme.de=acme.example}; what is no pair says nothing */
    EmailAliases(String text) {
        for (String pair : text.split(",", -1)) {
            int sign = pair.indexOf('=');
            if (sign > 0) {
                domains.put(small(pair.substring(0, sign)), small(pair.substring(sign + 1)));
            }
        }
    }

    /** Tells whether an answer makes sense: pairs of domains, or none. */
    public static boolean isUnderstood(String text) {
        String domain = "\\s*[\\w-]+(\\.[\\w-]+)+\\s*";
        return text.strip().equals("none") || text.matches(domain + "=" + domain + "(," + domain + "=" + domain + ")*");
    }

    private static String small(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** Returns the form that stands for all forms of an address. */
    String root(String email) {
        String address = small(email);
        int at = address.lastIndexOf('@');
        if (at < 1) {
            return address;
        }
        String name = address.substring(0, at);
        int plus = name.indexOf('+');
        String domain = address.substring(at + 1);
        return (plus > 0 ? name.substring(0, plus) : name) + "@" + domains.getOrDefault(domain, domain);
    }
}
