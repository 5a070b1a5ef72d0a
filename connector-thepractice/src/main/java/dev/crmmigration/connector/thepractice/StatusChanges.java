package dev.crmmigration.connector.thepractice;

import dev.crmmigration.toolkit.bundle.RowDraft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When the packages of clients changed their status. Not thread-safe. */
final class StatusChanges {

    private static final Comparator<Change> ORDER =
            Comparator.comparing(Change::at).thenComparing(Change::to);

    private final Map<String, List<Change>> ofPackage = new HashMap<>();

    /** One change; who made it is an e-mail address or empty text. */
    private record Change(Instant at, String from, String to, String by) {

        String line() {
            return at + " " + (from.isEmpty() ? "" : from + " ") + "-> " + to + (by.isEmpty() ? "" : " by " + by);
        }
    }

    void see(RowDraft row) {
        Optional<Instant> at = row.moment("changed_at");
        if (at.isPresent() && !row.text("to_status").isEmpty()) {
            ofPackage
                    .computeIfAbsent(row.text("client_package_id"), any -> new ArrayList<>())
                    .add(new Change(
                            at.get(), row.text("from_status"), row.text("to_status"), row.text("changed_by_email")));
        }
    }

    /** Returns when a package got a status, of several times the last. */
    Optional<Instant> last(String clientPackage, String status) {
        return changes(clientPackage).stream()
                .filter(change -> change.to().equals(status))
                .map(Change::at)
                .max(Comparator.naturalOrder());
    }

    /** Returns the status that a package got last; empty if no change is known. */
    Optional<String> status(String clientPackage) {
        return changes(clientPackage).stream().max(ORDER).map(Change::to);
    }

    /** Returns a line for each change, the oldest first. */
    List<String> lines(String clientPackage) {
        return changes(clientPackage).stream().sorted(ORDER).map(Change::line).toList();
    }

    private List<Change> changes(String clientPackage) {
        return ofPackage.getOrDefault(clientPackage, List.of());
    }
}
