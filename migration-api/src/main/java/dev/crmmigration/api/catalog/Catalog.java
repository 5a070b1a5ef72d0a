package dev.crmmigration.api.catalog;

import dev.crmmigration.api.record.ObjectType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an account or an export holds: a value, true at the moment it was made.
 *
 * @param account names the account or export in a way that stays the same, such as a company id; holds no secret
 * @param objects the objects, in an order in which parents come first where there is one
 * @param users the users that records can be given to; empty for sources without users
 * @param capacities what the account's plan limits; empty for sources
 */
public record Catalog(
        String account, List<ObjectDescription> objects, List<UserDescription> users, List<Capacity> capacities) {

    public Catalog {
        objects = List.copyOf(objects);
        users = List.copyOf(users);
        capacities = List.copyOf(capacities);
    }

    /** Describes what has no limits. */
    public Catalog(String account, List<ObjectDescription> objects, List<UserDescription> users) {
        this(account, objects, users, List.of());
    }

    /** Finds an object by type. */
    public Optional<ObjectDescription> object(ObjectType type) {
        return objects.stream().filter(object -> object.type().equals(type)).findFirst();
    }

    /** Finds a user by e-mail address, without regard to case; an active one before an inactive one. */
    public Optional<UserDescription> user(String email) {
        String wanted = email.strip().toLowerCase(Locale.ROOT);
        List<UserDescription> found = users.stream()
                .filter(user -> user.email().strip().toLowerCase(Locale.ROOT).equals(wanted))
                .toList();
        return found.stream()
                .filter(UserDescription::active)
                .findFirst()
                .or(() -> found.stream().findFirst());
    }
}
