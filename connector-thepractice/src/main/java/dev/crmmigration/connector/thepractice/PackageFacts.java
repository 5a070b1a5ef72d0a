package dev.crmmigration.connector.thepractice;

import dev.crmmigration.toolkit.bundle.Columns;
import dev.crmmigration.toolkit.bundle.RowDraft;
import dev.crmmigration.toolkit.linkage.Capacity;
import dev.crmmigration.toolkit.linkage.EnrollmentFact;
import dev.crmmigration.toolkit.linkage.Names;
import dev.crmmigration.toolkit.linkage.PackageLinks;
import dev.crmmigration.toolkit.linkage.SessionFact;
import dev.crmmigration.toolkit.linkage.SessionFact.Use;
import dev.crmmigration.toolkit.linkage.SessionTimes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads from rows what the links of sessions to the packages of clients are found by. Not thread-safe. */
final class PackageFacts {

    /** Sessions of these types use a package up only if the export says so. */
    private static final Set<String> SINGLE = Set.of("discovery", "event", "admin_task");

    private final Survey survey;
    private final PackageLinks links;
    private final Map<String, SessionFact> sessions = new HashMap<>();
    private final Set<String> withAttendees = new HashSet<>();

    PackageFacts(Survey survey, PackageLinks links) {
        this.survey = survey;
        this.links = links;
    }

    void seePackage(RowDraft row) {
        String client = survey.people().clientOf(row);
        survey.assigned(row.id(), client);
        Optional<Offers.Offer> sold = survey.offers().of(row);
        String title = row.text("package_title").isEmpty()
                ? sold.map(Offers.Offer::title).orElse("")
                : row.text("package_title");
        links.add(new EnrollmentFact(
                row.id(),
                client,
                sold.map(Offers.Offer::id).orElse(row.text("package_id")),
                Names.compared(title),
                Set.of(),
                starts(row),
                row.date("ends_on").orElse(null),
                cancelled(row),
                survey.people().coaches().email(row.text("assigned_coach_id"), row.text("assigned_coach_email")),
                capacity(row, sold),
                row.decimal("quantity_total").orElse(null),
                row.decimal("quantity_used").orElse(null),
                row.decimal("quantity_remaining").orElse(null)));
    }

    private @Nullable LocalDate starts(RowDraft row) {
        return row.date("starts_on")
                .or(() -> row.moment("assigned_at").map(survey::dayOf))
                .orElse(null);
    }

    private @Nullable Instant cancelled(RowDraft row) {
        return PackageCompletion.status(row, survey.changes()).equals("cancelled")
                ? survey.changes()
                        .last(row.id(), "cancelled")
                        .or(() -> row.moment(Columns.UPDATED))
                        .orElse(null)
                : null;
    }

    /** Unused sessions that roll over can all be used later, so that no period is full. */
    private Capacity capacity(RowDraft row, Optional<Offers.Offer> sold) {
        String type = sold.map(Offers.Offer::type).orElse("");
        boolean hours = PackageCompletion.tracksHours(row, sold);
        if (type.equals("subscription") && sold.filter(one -> !one.rollsOver()).isPresent()) {
            return perPeriod(sold.get(), hours, starts(row));
        }
        if (type.equals("usage_based") || type.equals("subscription")) {
            return hours ? new Capacity(null, true, null, 1, null) : Capacity.UNLIMITED;
        }
        return row.decimal("quantity_total")
                .map(total -> hours ? Capacity.hours(total) : Capacity.sessions(total))
                .orElse(hours ? new Capacity(null, true, null, 1, null) : Capacity.UNLIMITED);
    }

    private static Capacity perPeriod(Offers.Offer sold, boolean hours, @Nullable LocalDate from) {
        ChronoUnit period = sold.interval().equals("weekly") ? ChronoUnit.WEEKS : ChronoUnit.MONTHS;
        return new Capacity(sold.quantity(), hours, period, 1, from);
    }

    void seeSession(RowDraft row) {
        String client = client(row);
        survey.sessions().see(row, client);
        BigDecimal counted = row.decimal("quantity_counted").orElse(null);
        Optional<Offers.Offer> sold = survey.offers().find("", row.text("package_title"));
        sessions.put(
                row.id(),
                new SessionFact(
                        row.id(),
                        needsNone(row) ? "" : client,
                        row.text("client_package_id"),
                        sold.map(Offers.Offer::id).orElse(""),
                        Names.compared(row.text("package_title")),
                        "",
                        row.moment("starts_at").orElse(Instant.EPOCH),
                        times(row).minutes(),
                        counted != null && counted.signum() == 0 ? Use.NOTHING : use(row.text("status")),
                        survey.people().coaches().email(row.text("coach_id"), row.text("coach_email")),
                        "",
                        SINGLE.contains(row.text("type")),
                        counted));
    }

    private static boolean needsNone(RowDraft row) {
        return SINGLE.contains(row.text("type"))
                && row.text("client_package_id").isEmpty()
                && row.text("package_title").isEmpty();
    }

    static SessionTimes times(RowDraft row) {
        return SessionTimes.of(
                row.moment("starts_at"),
                row.moment("ends_at"),
                row.integer("duration_minutes"),
                row.text("scheduler_name"));
    }

    private static Use use(String status) {
        return switch (status) {
            case "completed", "no_show" -> Use.CONSUMES;
            case "scheduled" -> Use.RESERVES;
            default -> Use.NOTHING;
        };
    }

    void seeAttendee(RowDraft row) {
        SessionFact session = sessions.get(row.text("session_id"));
        if (session == null) {
            return;
        }
        withAttendees.add(session.id());
        String client = client(row);
        Use use = switch (row.text("attendance")) {
            case "cancelled" -> Use.NOTHING;
            case "attended", "no_show" -> Use.CONSUMES;
            default -> session.use();
        };
        boolean needsNone = session.isSingle() && row.text("client_package_id").isEmpty();
        links.add(new SessionFact(
                PackageLinks.part(session.id(), client),
                needsNone ? "" : client,
                row.text("client_package_id"),
                session.packageId(),
                session.packageName(),
                session.service(),
                session.start(),
                session.minutes(),
                use,
                session.coach(),
                session.series(),
                session.isSingle(),
                session.counted()));
    }

    /** Hands over the sessions that are not linked attendee by attendee. */
    void handOver() {
        sessions.values().stream()
                .filter(session -> !withAttendees.contains(session.id()))
                .forEach(links::add);
    }

    /** Tells when packages were last used, after the links are known. */
    void conclude() {
        for (SessionFact session : sessions.values()) {
            String link = links.of(session.id(), session.client()).enrollment();
            if (session.use() == Use.CONSUMES && !link.isEmpty()) {
                survey.used(link, session.start());
            }
        }
        sessions.clear();
    }

    private String client(RowDraft row) {
        String client = survey.people().clientOf(row);
        return client.isEmpty() ? survey.clientOfPackage(row.text("client_package_id")) : client;
    }
}
