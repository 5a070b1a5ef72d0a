package dev.crmmigration.connector.profi;

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

    private final Map<String, Package> byId = new HashMap<>();
    private final Map<String, Package> byName = new HashMap<>();
    private final Set<String> twice = new HashSet<>();

    /** What is known of a package. */
    record Package(
            String id,
            String name,
            String type,
            String tier,
            String billing,
            Set<String> services,
            @Nullable BigDecimal included) {}

    void see(RowDraft row) {
        Package made = new Package(
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
    Optional<Package> find(String id, String name) {
        Package known = byId.get(id);
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
