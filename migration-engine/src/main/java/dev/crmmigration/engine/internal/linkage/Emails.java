package dev.crmmigration.engine.internal.linkage;

import java.util.Set;

/** What an address in its normal form says beyond itself. */
final class Emails {

    private static final Set<String> FREE = WordList.words("free-mail.txt");
    private static final Set<String> ROLES = WordList.words("role-accounts.txt");

    private Emails() {}

    static String local(String email) {
        return email.substring(0, email.indexOf('@'));
    }

    static String domain(String email) {
        return email.substring(email.indexOf('@') + 1);
    }

    /** Tells whether many people read what is sent there. */
    static boolean isRole(String email) {
        return ROLES.contains(local(email));
    }

    /** Tells whether anybody can have an address there. */
    static boolean isFree(String domain) {
        return FREE.contains(domain);
    }
}
