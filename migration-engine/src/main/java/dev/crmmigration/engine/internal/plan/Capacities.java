package dev.crmmigration.engine.internal.plan;

import dev.crmmigration.api.catalog.Capacity;
import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.SchemaElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the limits of an account that a plan would go beyond, before anything is written. */
public final class Capacities {

    private Capacities() {}

    /** Returns a sentence for every limit on the schema that is too small for what is to be made. */
    public static List<String> ofElements(List<SchemaElement> schema, Catalog account) {
        List<String> problems = new ArrayList<>();
        for (Capacity capacity : account.capacities()) {
            long more = schema.stream()
                    .filter(element -> capacity.elements().contains(element.kind()))
                    .filter(element -> !ExistingSchema.has(account, element))
                    .count();
            problem(capacity, capacity.used().orElse(0), more).ifPresent(problems::add);
        }
        return problems;
    }

    /** Returns a sentence for every limit on the bytes of files that is too small for what is to be attached. */
    public static List<String> ofFiles(long bytes, Catalog account) {
        return account.capacities().stream()
                .filter(Capacity::fileBytes)
                .flatMap(capacity -> problem(capacity, capacity.used().orElse(0), bytes).stream())
                .toList();
    }

    /** Returns a sentence if so many more do not fit beside those that are there. */
    public static Optional<String> problem(Capacity capacity, long used, long more) {
        if (more == 0 || used + more <= capacity.limit()) {
            return Optional.empty();
        }
        return Optional.of("the account may hold " + capacity.limit() + " " + capacity.name() + ". It has " + used
                + ", and the plan needs " + more + " more: leave out " + (used + more - capacity.limit())
                + " of them, or get the account a larger plan");
    }
}
