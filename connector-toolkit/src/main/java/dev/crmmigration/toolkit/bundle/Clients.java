package dev.crmmigration.toolkit.bundle;

import dev.crmmigration.toolkit.damage.Rule;
import dev.crmmigration.toolkit.identity.EmailText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The clients, by id and e-mail address; of clients with one address and one name the one that all others are led to. Not
 * thread-safe.
 */
public final class Clients {

    private final boolean merges;
    private final Map<String, Client> byId = new HashMap<>();
    private final Map<String, List<Client>> byEmail = new HashMap<>();
    private final Map<String, String> sameAs = new HashMap<>();
    private final Map<String, Integer> ranks = new HashMap<>();
    private long shared;

    /** What is known of a client. */
    private record Client(String id, String email, String firstName, Instant updated, int filled, String owner) {}

    /** Who a row belongs to, and by which rule that was found; {@code null} if by the id as it stands. */
    public record Found(String id, @Nullable Rule rule) {}

    public Clients(boolean merges) {
        this.merges = merges;
    }

    public void see(RowDraft row, String owner) {
        String email = EmailText.key(row.text("email")).orElse("");
        Client client = new Client(
                row.id(),
                email,
                row.text("first_name").toLowerCase(Locale.ROOT),
                row.changed().orElse(Instant.MIN),
                row.filled(),
                owner);
        byId.put(compared(row.id()), client);
    }

    /** Finds out who is the same, after all were seen. */
    public void conclude() {
        byId.values().stream()
                .filter(client -> !client.email().isEmpty())
                .forEach(client -> byEmail.computeIfAbsent(client.email(), any -> new ArrayList<>())
                        .add(client));
        byEmail.values().stream().filter(group -> group.size() > 1).forEach(this::compare);
    }

    private void compare(List<Client> group) {
        Set<String> names = group.stream()
                .map(Client::firstName)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        if (names.size() > 1) {
            shared++;
        } else if (merges) {
            group.sort(Comparator.comparing(Client::updated)
                    .reversed()
                    .thenComparing(Comparator.comparing(Client::filled).reversed())
                    .thenComparing(Client::id));
            for (int rank = 0; rank < group.size(); rank++) {
                sameAs.put(group.get(rank).id(), group.get(0).id());
                ranks.put(group.get(rank).id(), rank);
            }
        }
    }

    /** Returns the client that stands for this one and others; empty if it stands for itself alone. */
    public Optional<String> sameAs(String id) {
        return Optional.ofNullable(sameAs.get(id));
    }

    /** Returns the place of a client among those that are the same, 0 for the one that stands for all. */
    public long rank(String id) {
        return ranks.getOrDefault(id, 0);
    }

    /** Returns how many addresses are shared by clients of different names, who are not put together. */
    public long shared() {
        return shared;
    }

    /** Returns how many clients are led to another one. */
    public long merged() {
        return ranks.values().stream().filter(rank -> rank > 0).count();
    }

    /** Returns the address of a client's coach, or empty text. */
    public String ownerOf(String id) {
        Client client = byId.get(compared(id));
        return client == null ? "" : client.owner();
    }

    /** Finds the client that a row names: by id, else by the address beside it. */
    public Optional<Found> find(String id, String email) {
        Client client = byId.get(compared(id));
        if (client != null) {
            String survivor = sameAs.getOrDefault(client.id(), client.id());
            Rule rule = survivor.equals(id) ? null : survivor.equals(client.id()) ? Rule.REF_CASE : Rule.EMAIL_DUP_CASE;
            return Optional.of(new Found(survivor, rule));
        }
        return EmailText.key(email)
                .map(byEmail::get)
                .filter(group ->
                        group.size() == 1 || sameAs.containsKey(group.get(0).id()))
                .map(group ->
                        sameAs.getOrDefault(group.get(0).id(), group.get(0).id()))
                .map(found -> new Found(found, Rule.REF_DANGLING));
    }

    private static String compared(String id) {
        return id.strip().toLowerCase(Locale.ROOT);
    }
}
