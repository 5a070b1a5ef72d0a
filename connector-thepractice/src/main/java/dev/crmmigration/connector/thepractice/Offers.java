package dev.crmmigration.connector.thepractice;

import dev.crmmigration.toolkit.bundle.RowDraft;
import dev.crmmigration.toolkit.linkage.Names;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The packages that are sold, by id and by title. Not thread-safe. */
final class Offers {

    private final Map<String, Offer> byId = new HashMap<>();
    private final Map<String, Offer> byTitle = new HashMap<>();
    private final Set<String> twice = new HashSet<>();

    /** What is known of a package. */
    record Offer(
            String id,
            String title,
            String type,
            String tracks,
            String interval,
            boolean rollsOver,
            @Nullable BigDecimal quantity,
            @Nullable Object price) {}

    void see(RowDraft row) {
        Offer made = new Offer(
                row.id(),
                row.text("title"),
                row.text("type"),
                row.text("tracks"),
                row.text("billing_interval"),
                row.value("rollover").filter(Boolean.TRUE::equals).isPresent(),
                row.decimal("quantity").orElse(null),
                row.value("price").orElse(null));
        byId.put(row.id(), made);
        String title = Names.compared(made.title());
        if (byTitle.put(title, made) != null) {
            twice.add(title);
        }
    }

    /** Finds a package by id, else by its title if only one has it. */
    Optional<Offer> find(String id, String title) {
        Offer known = byId.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        String compared = Names.compared(title);
        return twice.contains(compared) ? Optional.empty() : Optional.ofNullable(byTitle.get(compared));
    }

    /** Finds the package that a row names. */
    Optional<Offer> of(RowDraft row) {
        return find(row.text("package_id"), row.text("package_title"));
    }
}
