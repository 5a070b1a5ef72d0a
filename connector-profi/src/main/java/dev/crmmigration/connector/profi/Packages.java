package dev.crmmigration.connector.profi;

import dev.crmmigration.toolkit.bundle.RowDraft;
import dev.crmmigration.toolkit.linkage.Names;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The packages that are sold, by id and by name. Not thread-safe. */
final class Packages {

    private final Map<String, Offer> byId = new HashMap<>();
    private final Map<String, Offer> byName = new HashMap<>();
    private final Set<String> twice = new HashSet<>();

    /** What is known of a package. */
    record Offer(
            String id,
            String name,
            String type,
            String tier,
            String billing,
            Set<String> services,
            @Nullable BigDecimal included) {}

    void see(RowDraft row) {
        Offer made = new Offer(
                row.id(),
                row.text("name"),
                row.text("type"),
                row.text("tier"),
                row.text("billing_frequency"),
                row.list("service_names").stream().map(Names::compared).collect(Collectors.toSet()),
                row.decimal("sessions_included").orElse(null));
        byId.put(row.id(), made);
        String name = Names.compared(made.name());
        if (byName.put(name, made) != null) {
            twice.add(name);
        }
    }

    /** Finds a package by id, else by its name if only one has it. */
    Optional<Offer> find(String id, String name) {
        Offer known = byId.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        String compared = Names.compared(name);
        return twice.contains(compared) ? Optional.empty() : Optional.ofNullable(byName.get(compared));
    }

    boolean has(String id) {
        return byId.containsKey(id);
    }
}
