package dev.crmmigration.connector.profi;

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
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads from rows what the links of sessions to packages are found by. Not thread-safe. */
final class LinkFacts {

    private final Survey survey;
    private final PackageLinks links;
    private final ZoneId zone;
    private final Map<String, SessionFact> sessions = new HashMap<>();
    private final Set<String> withParticipants = new HashSet<>();

    LinkFacts(Survey survey, PackageLinks links, ZoneId zone) {
        this.survey = survey;
        this.links = links;
        this.zone = zone;
    }

    void seeEnrollment(RowDraft row) {
        String client = survey.people().clientOf(row);
        survey.enrolled(row.id(), client);
        Optional<Packages.Offer> sold = survey.packages().find(row.text("package_id"), row.text("package_name"));
        links.add(new EnrollmentFact(
                row.id(),
                client,
                sold.map(Packages.Offer::id).orElse(row.text("package_id")),
                Names.compared(name(row, sold)),
                sold.map(Packages.Offer::services).orElse(Set.of()),
                starts(row),
                row.date("expires_on").orElse(null),
                row.text("status").equals("cancelled")
                        ? row.moment(Columns.UPDATED).orElse(null)
                        : null,
                survey.people().coaches().email(row.text("owner_coach_id"), row.text("owner_email")),
                capacity(row, sold),
                row.decimal("sessions_total").orElse(null),
                row.decimal("sessions_used").orElse(null),
                row.decimal("sessions_remaining").orElse(null)));
    }

    private static String name(RowDraft row, Optional<Packages.Offer> sold) {
        return row.text("package_name").isEmpty()
                ? sold.map(Packages.Offer::name).orElse("")
                : row.text("package_name");
    }

    private @Nullable LocalDate starts(RowDraft row) {
        return row.date("starts_on")
                .or(() -> row.moment("enrolled_at")
                        .map(moment -> moment.atZone(zone).toLocalDate()))
                .orElse(null);
    }

    private Capacity capacity(RowDraft row, Optional<Packages.Offer> sold) {
        boolean renews = sold.filter(one -> one.type().equals("subscription")).isPresent();
        if (!renews) {
            return row.decimal("sessions_total").map(Capacity::sessions).orElse(Capacity.UNLIMITED);
        }
        BigDecimal included = sold.map(Packages.Offer::included).orElse(null);
        String billing = row.text("billing_frequency").isEmpty()
                ? sold.map(Packages.Offer::billing).orElse("")
                : row.text("billing_frequency");
        return included == null ? Capacity.UNLIMITED : perPeriod(included, billing, starts(row));
    }

    private static Capacity perPeriod(BigDecimal included, String billing, @Nullable LocalDate from) {
        return switch (billing) {
            case "weekly" -> new Capacity(included, false, ChronoUnit.WEEKS, 1, from);
            case "biweekly" -> new Capacity(included, false, ChronoUnit.WEEKS, 2, from);
            case "monthly" -> new Capacity(included, false, ChronoUnit.MONTHS, 1, from);
            case "quarterly" -> new Capacity(included, false, ChronoUnit.MONTHS, 3, from);
            case "yearly" -> new Capacity(included, false, ChronoUnit.YEARS, 1, from);
            default -> Capacity.UNLIMITED;
        };
    }

    void seeSession(RowDraft row) {
        String client = client(row);
        survey.sessions().see(row, client);
        String status = row.text("status");
        Optional<Packages.Offer> sold = survey.packages().find(row.text("package_id"), row.text("package_name"));
        sessions.put(
                row.id(),
                new SessionFact(
                        row.id(),
                        client,
                        row.text("enrollment_id"),
                        sold.map(Packages.Offer::id).orElse(row.text("package_id")),
                        Names.compared(row.text("package_name")),
                        Names.compared(row.text("service_name")),
                        row.moment("starts_at").orElse(Instant.EPOCH),
                        times(row).minutes(),
                        use(status),
                        survey.people().coaches().email(row.text("coach_id"), row.text("coach_email")),
                        Sessions.seriesOf(row),
                        row.value("fee").isPresent() || row.text("type").equals("consultation")));
    }

    static SessionTimes times(RowDraft row) {
        return SessionTimes.of(
                row.moment("starts_at"),
                row.moment("ends_at"),
                row.integer("duration_minutes"),
                row.text("service_name"));
    }

    private static Use use(String status) {
        return switch (status) {
            case "completed", "no_show" -> Use.CONSUMES;
            case "scheduled", "confirmed", "requested" -> Use.RESERVES;
            default -> Use.NOTHING;
        };
    }

    void seeParticipant(RowDraft row) {
        SessionFact session = sessions.get(row.text("session_id"));
        if (session == null) {
            return;
        }
        withParticipants.add(session.id());
        String client = client(row);
        Use use = switch (row.text("attendance")) {
            case "cancelled" -> Use.NOTHING;
            case "attended", "no_show" -> Use.CONSUMES;
            default -> session.use();
        };
        links.add(new SessionFact(
                PackageLinks.part(session.id(), client),
                client,
                row.text("enrollment_id"),
                session.packageId(),
                session.packageName(),
                session.service(),
                session.start(),
                session.minutes(),
                use,
                session.coach(),
                session.series(),
                session.isSingle()));
    }

    /** Hands over the sessions that are not linked participant by participant. */
    void handOver() {
        sessions.values().stream()
                .filter(session -> !withParticipants.contains(session.id()))
                .forEach(links::add);
    }

    /** Tells when enrollments were last used, after the links are known. */
    void conclude() {
        for (SessionFact session : sessions.values()) {
            String enrollment = links.of(session.id(), session.client()).enrollment();
            if (session.use() == Use.CONSUMES && !enrollment.isEmpty()) {
                survey.used(enrollment, session.start());
            }
        }
        sessions.clear();
    }

    private String client(RowDraft row) {
        String client = survey.people().clientOf(row);
        return client.isEmpty() ? survey.clientOfEnrollment(row.text("enrollment_id")) : client;
    }
}
