package dev.crmmigration.connector.kartra.api;

import java.util.Locale;

/** All that is ever asked of Kartra. It has commands that write as well: none of them may stand here. */
enum Command {
    /** Says everything of one contact. */
    GET_LEAD("lead_details"),
    RETRIEVE_ACCOUNT_TAGS("account_tags"),
    RETRIEVE_ACCOUNT_LISTS("account_lists"),
    RETRIEVE_ACCOUNT_SEQUENCES("account_sequences"),
    RETRIEVE_CUSTOM_FIELDS("custom_fields");

    private final String result;

    Command(String result) {
        this.result = result;
    }

    /** Returns what Kartra calls it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the name under which its result stands, wherever in the answer that is. */
    String result() {
        return result;
    }
}
