package dev.crmmigration.engine.internal.draft;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.UserDescription;
import dev.crmmigration.engine.internal.plan.CompiledPlan;
import dev.crmmigration.engine.internal.plan.Policies;
import java.util.Locale;
import java.util.Optional;

/** Finds the user of the account who owns what an owner of the source owned: by e-mail, replacement or fallback. */
public final class Owners {

    private final Catalog account;
    private final CompiledPlan plan;

    public Owners(Catalog account, CompiledPlan plan) {
        this.account = account;
        this.plan = plan;
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

    /** Returns the key of an active user with this e-mail address. */
    public Optional<String> active(String email) {
        return account.user(email).filter(UserDescription::active).map(UserDescription::key);
    }
}
