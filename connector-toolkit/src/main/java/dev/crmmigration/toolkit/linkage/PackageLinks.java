package dev.crmmigration.toolkit.linkage;

import dev.crmmigration.toolkit.linkage.PackageBalance.Verdict;
import dev.crmmigration.toolkit.linkage.PackageLink.Origin;
import dev.crmmigration.toolkit.linkage.SessionFact.Use;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which enrollment each session belongs to, where an export has lost or mixed up the links. A link that the export
 * states and that can be is kept; else the enrollments of the client that fit are weighed. The order in which facts are given does
 * not matter. Not thread-safe.
 */
public final class PackageLinks {

    private static final LocalDate NEVER = LocalDate.MAX;

    private final LinkCandidates candidates;
    private final Map<String, EnrollmentFact> enrollments = new TreeMap<>();
    private final Map<String, List<EnrollmentFact>> byClient = new HashMap<>();
    private final List<SessionFact> sessions = new ArrayList<>();
    private final Map<String, Set<String>> invoiced = new HashMap<>();
    private final Map<String, PackageLink> links = new HashMap<>();
    private final Map<String, BigDecimal> taken = new HashMap<>();
    private final Map<String, BigDecimal> consumed = new HashMap<>();
    private final Map<String, Set<String>> series = new HashMap<>();

    /** @param zone where the days of packages begin */
    public PackageLinks(ZoneId zone) {
        this.candidates = new LinkCandidates(zone);
    }

    public void add(EnrollmentFact enrollment) {
        enrollments.put(enrollment.id(), enrollment);
    }

    public void add(SessionFact session) {
        sessions.add(session);
    }

    /** Says that a line of an invoice names both. */
    public void addInvoiced(String session, String enrollment) {
        invoiced.computeIfAbsent(session, any -> new HashSet<>()).add(enrollment);
    }

    /** Links every session; called once, after everything was added. */
    public void conclude() {
        enrollments
                .values()
                .forEach(one -> byClient.computeIfAbsent(one.client(), any -> new ArrayList<>())
                        .add(one));
        sessions.sort(Comparator.comparing(SessionFact::start).thenComparing(SessionFact::id));
        List<SessionFact> open = sessions.stream().filter(this::isNotExplicit).toList();
        List<SessionFact> ambiguous =
                open.stream().filter(this::hasSeveralCandidates).toList();
        Map<SessionFact, EnrollmentFact> best = new HashMap<>();
        ambiguous.forEach(session -> best(session).ifPresent(one -> best.put(session, one)));
        best.forEach((session, one) -> link(session, one, Origin.SCORED));
        Map<String, List<SessionFact>> left = new TreeMap<>();
        ambiguous.stream()
                .filter(session -> !best.containsKey(session))
                .forEach(session -> left.computeIfAbsent(session.client(), any -> new ArrayList<>())
                        .add(session));
        left.values().forEach(this::balance);
    }

    private boolean isNotExplicit(SessionFact session) {
        EnrollmentFact stated = enrollments.get(session.stated());
        if (stated == null || !stated.client().equals(session.client())) {
            return true;
        }
        link(session, stated, Origin.EXPLICIT);
        return false;
    }

    private boolean hasSeveralCandidates(SessionFact session) {
        List<EnrollmentFact> fitting = candidates(session);
        if (fitting.size() == 1) {
            link(session, fitting.get(0), Origin.UNIQUE);
        } else if (fitting.isEmpty()) {
            boolean needsNone = session.isSingle() || !byClient.containsKey(session.client());
            links.put(session.id(), new PackageLink("", needsNone ? Origin.STANDALONE : Origin.UNLINKED));
        }
        return fitting.size() > 1;
    }

    private List<EnrollmentFact> candidates(SessionFact session) {
        return session.client().isEmpty()
                ? List.of()
                : candidates.of(session, byClient.getOrDefault(session.client(), List.of()));
    }

    private Optional<EnrollmentFact> best(SessionFact session) {
        return LinkScores.best(
                session,
                candidates(session),
                one -> invoiced.getOrDefault(session.id(), Set.of()).contains(one.id()),
                one -> series.getOrDefault(session.series(), Set.of()).contains(one.id()),
                one -> hasRoom(one, session, taken));
    }

    private void link(SessionFact session, EnrollmentFact one, Origin origin) {
        links.put(session.id(), new PackageLink(one.id(), origin));
        BigDecimal amount = session.amountOf(one.capacity());
        if (session.use() != Use.NOTHING) {
            taken.merge(slot(one, session), amount, BigDecimal::add);
        }
        if (session.use() == Use.CONSUMES) {
            consumed.merge(one.id(), amount, BigDecimal::add);
        }
        if (!session.series().isEmpty()) {
            series.computeIfAbsent(session.series(), any -> new HashSet<>()).add(one.id());
        }
    }

    private String slot(EnrollmentFact one, SessionFact session) {
        return one.id() + "\n" + one.capacity().periodOf(candidates.dayOf(session));
    }

    private boolean hasRoom(EnrollmentFact one, SessionFact session, Map<String, BigDecimal> taken) {
        BigDecimal so = taken.getOrDefault(slot(one, session), BigDecimal.ZERO);
        BigDecimal more = session.use() == Use.NOTHING ? BigDecimal.ZERO : session.amountOf(one.capacity());
        return one.capacity().holds(so, more);
    }

    /** Fills the enrollments of a client by earliest expiry; that counts only if all of them then balance. */
    private void balance(List<SessionFact> ofClient) {
        Map<String, BigDecimal> tried = new HashMap<>(taken);
        Map<String, BigDecimal> used = new HashMap<>(consumed);
        Map<SessionFact, EnrollmentFact> assigned = new HashMap<>();
        Set<String> touched = new TreeSet<>();
        for (SessionFact session : ofClient) {
            EnrollmentFact one = earliestWithRoom(session, tried);
            candidates(session).forEach(candidate -> touched.add(candidate.id()));
            if (one != null) {
                assigned.put(session, one);
                BigDecimal amount = session.amountOf(one.capacity());
                if (session.use() != Use.NOTHING) {
                    tried.merge(slot(one, session), amount, BigDecimal::add);
                }
                if (session.use() == Use.CONSUMES) {
                    used.merge(one.id(), amount, BigDecimal::add);
                }
            }
        }
        boolean balances = assigned.size() == ofClient.size()
                && touched.stream().allMatch(id -> verdict(id, used) == Verdict.BALANCED);
        for (SessionFact session : ofClient) {
            EnrollmentFact one = assigned.get(session);
            if (balances && one != null) {
                link(session, one, Origin.BALANCED);
            } else {
                links.put(session.id(), new PackageLink("", Origin.UNLINKED));
            }
        }
    }

    private @Nullable EnrollmentFact earliestWithRoom(SessionFact session, Map<String, BigDecimal> tried) {
        return candidates(session).stream()
                .filter(one -> hasRoom(one, session, tried))
                .min(Comparator.comparing((EnrollmentFact one) -> one.expires() == null ? NEVER : one.expires())
                        .thenComparing(EnrollmentFact::id))
                .orElse(null);
    }

    private Verdict verdict(String id, Map<String, BigDecimal> used) {
        EnrollmentFact fact = enrollments.get(id);
        return fact == null
                ? Verdict.UNKNOWN
                : PackageBalance.of(fact, used.getOrDefault(id, BigDecimal.ZERO))
                        .verdict();
    }

    /** Returns the key of one client's part in a session of several. */
    public static String part(String session, String client) {
        return session + "\n" + client;
    }

    /** Returns the link of a session, of one of several clients that of the client's part in it. */
    public PackageLink of(String session, String client) {
        PackageLink link = links.get(session);
        PackageLink ofPart = links.get(part(session, client));
        return link != null ? link : ofPart != null ? ofPart : new PackageLink("", Origin.STANDALONE);
    }

    /** Returns the balance of an enrollment. */
    public Optional<PackageBalance> balanceOf(String enrollment) {
        return Optional.ofNullable(enrollments.get(enrollment))
                .map(fact -> PackageBalance.of(fact, consumed.getOrDefault(enrollment, BigDecimal.ZERO)));
    }

    /** Returns the balances of all enrollments, by id. */
    public List<PackageBalance> balances() {
        return enrollments.keySet().stream()
                .flatMap(id -> balanceOf(id).stream())
                .toList();
    }

    /** Returns how many links are known in each way. */
    public Map<Origin, Long> counts() {
        Map<Origin, Long> counts = new TreeMap<>();
        links.values().forEach(link -> counts.merge(link.origin(), 1L, Long::sum));
        return counts;
    }

    /** Returns the sessions without a link that should have one, by id. */
    public List<String> unlinked() {
        return links.entrySet().stream()
                .filter(entry -> entry.getValue().origin() == Origin.UNLINKED)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
