package dev.crmmigration.engine.internal.draft;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.UserDescription;
import dev.crmmigration.engine.internal.plan.CompiledPlan;
import dev.crmmigration.engine.internal.plan.Policies;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the user of the account who owns what an owner of the source owned: by e-mail, replacement or fallback. */
public final class Owners {

    private final Catalog account;
    private final CompiledPlan plan;
    private final EmailAliases aliases;

    public Owners(Catalog account, CompiledPlan plan) {
        this.account = account;
        this.plan = plan;
        this.aliases = new EmailAliases(plan.answer(Policies.OWNER_DOMAINS));
    }

    /** Returns the form in which e-mail addresses are compared. */
    public static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** Returns the key of the user, or empty if there is none: the record waits. */
    public Optional<String> userKey(String email) {
        String replacement = plan.owner(normal(email));
        Optional<String> found = active(replacement.isEmpty() ? email : replacement);
        if (found.isPresent() || !plan.answer(Policies.UNRESOLVED_OWNER).equals(Policies.FALLBACK)) {
            return found;
        }
        return active(plan.answer(Policies.FALLBACK_OWNER));
    }

    /** Returns the key of an active user with this e-mail address, or with another form of it. */
    public Optional<String> active(String email) {
        return user(email).map(UserDescription::key);
    }

    /**
     * Returns the active user with this e-mail address; else the only one whose address is another form of it: without what
     * stands behind a plus sign, at another domain that the plan says to be the same.
     */
    public Optional<UserDescription> user(String email) {
        Optional<UserDescription> exact = account.user(email).filter(UserDescription::active);
        if (exact.isPresent() || email.isBlank()) {
            return exact;
        }
        String wanted = aliases.root(email);
        List<UserDescription> found = account.users().stream()
                .filter(UserDescription::active)
                .filter(user -> aliases.root(user.email()).equals(wanted))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
