package dev.crmmigration.toolkit.bundle;

import dev.crmmigration.toolkit.identity.EmailText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The coaches, by id and e-mail address. Not thread-safe. */
public final class Coaches {

    private final Map<String, String> emails = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> unknown = new TreeSet<>();

    public void see(RowDraft row) {
        String email = row.text("email");
        emails.put(compared(row.text("coach_id")), email);
        known.add(key(email));
    }

    /**
     * Returns the address of the coach that a row names: by id, else the address that stands beside it.
     *
     * @return empty text if it names none
     */
    public String email(String id, String email) {
        String found = emails.getOrDefault(compared(id), "");
        return found.isEmpty() ? email : found;
    }

    /** Tells whether a coach is named who is not in the file of coaches. */
    public boolean isUnknown(String id, String email) {
        boolean byId = !id.isEmpty() && !emails.containsKey(compared(id));
        boolean byEmail = id.isEmpty() && !email.isEmpty() && !known.contains(key(email));
        if (byId || byEmail) {
            unknown.add(id.isEmpty() ? "(without id)" : id);
        }
        return byId || byEmail;
    }

    /** Returns how many coaches are named who are not in the file. */
    public int unknown() {
        return unknown.size();
    }

    private static String compared(String id) {
        return id.strip().toLowerCase(Locale.ROOT);
    }

    private static String key(String email) {
        return EmailText.key(email).orElse(email);
    }
}
