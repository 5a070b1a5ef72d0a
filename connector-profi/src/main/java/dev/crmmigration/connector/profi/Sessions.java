package dev.crmmigration.connector.profi;

import dev.crmmigration.toolkit.bundle.RowDraft;
import dev.crmmigration.toolkit.linkage.MeetingLinks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The sessions: which follow which, which recur, and where they are held. Not thread-safe. */
final class Sessions {

    static final MeetingLinks MEETINGS = MeetingLinks.with("(?:[a-z0-9-]+\\.)*profi\\.io/(?:room|rooms|meet|call|s)/");

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final ZoneId zone;
    private final Map<String, String> clients = new HashMap<>();
    private final Map<String, String> successors = new HashMap<>();
    private final Map<String, String> linksInNotes = new HashMap<>();
    private final Map<String, Boolean> lacksLink = new HashMap<>();
    private final Map<String, List<Recurring>> series = new TreeMap<>();
    private final Map<String, String> schedules = new HashMap<>();
    private final Map<String, Long> patterns = new TreeMap<>();
    private long recordings;

    /** One session of a series. */
    private record Recurring(String id, String pattern, String title, Instant start, Optional<LocalDate> until) {}

    Sessions(ZoneId zone) {
        this.zone = zone;
    }

    void see(RowDraft row, String client) {
        clients.put(row.id(), client);
        String before = row.text("rescheduled_from_session_id");
        if (!before.isEmpty()) {
            successors.putIfAbsent(before, row.id());
        }
        if (!row.text("recording_url").isEmpty()) {
            recordings++;
        }
        if (ownLink(row).isEmpty()) {
            lacksLink.put(row.id(), true);
        }
        String pattern = row.text("recurrence_pattern");
        if (!pattern.isEmpty() && !pattern.equals("none")) {
            series.computeIfAbsent(seriesOf(row), any -> new ArrayList<>())
                    .add(new Recurring(
                            row.id(),
                            pattern,
                            title(row),
                            row.moment("starts_at").orElse(Instant.EPOCH),
                            row.date("recurrence_until")));
        }
    }

    /** Returns the key of the series that a session recurs in, or empty text. */
    static String seriesOf(RowDraft row) {
        String id = row.text("recurrence_id");
        String pattern = row.text("recurrence_pattern");
        return !id.isEmpty() || pattern.isEmpty() || pattern.equals("none") ? id : row.id();
    }

    static String title(RowDraft row) {
        return row.text("title").isEmpty() ? row.text("service_name") : row.text("title");
    }

    /** Returns the link to the meeting that stands in a session's own fields, with where. */
    static Optional<Map.Entry<String, String>> ownLink(RowDraft row) {
        if (!row.text("meeting_link").isEmpty()) {
            return Optional.of(Map.entry(row.text("meeting_link"), "given"));
        }
        return MEETINGS.in(row.text("title"))
                .map(link -> Map.entry(link, "extracted from title"))
                .or(() -> MEETINGS.in(row.text("location")).map(link -> Map.entry(link, "extracted from location")));
    }

    /** Looks for the link to the meeting of a session in a note about it. */
    void seeNote(RowDraft note) {
        String session = note.text("session_id");
        if (lacksLink.containsKey(session)) {
            MEETINGS.in(note.text("body")).ifPresent(link -> linksInNotes.putIfAbsent(session, link));
        }
    }

    /** Puts series together, after all sessions were seen. */
    void conclude() {
        series.values().forEach(all -> {
            all.sort(Comparator.comparing(Recurring::start).thenComparing(Recurring::id));
            Recurring first = all.get(0);
            patterns.merge(first.pattern(), 1L, Long::sum);
            schedules.put(first.id(), schedule(first, all));
        });
        series.clear();
    }

    private String schedule(Recurring first, List<Recurring> all) {
        Optional<LocalDate> until =
                all.stream().flatMap(one -> one.until().stream()).max(Comparator.naturalOrder());
        return first.pattern()
                + (first.title().isEmpty() ? "" : ": " + first.title())
                + ", from " + MINUTE.format(first.start().atZone(zone)) + " " + zone
                + until.map(day -> ", until " + day).orElse("")
                + ", " + all.size() + (all.size() == 1 ? " session" : " sessions");
    }

    boolean has(String id) {
        return clients.containsKey(id);
    }

    String clientOf(String id) {
        return clients.getOrDefault(id, "");
    }

    Optional<String> successorOf(String id) {
        return Optional.ofNullable(successors.get(id));
    }

    Optional<String> linkInNotes(String id) {
        return Optional.ofNullable(linksInNotes.get(id));
    }

    /** Returns the words about a series, on the first of its sessions. */
    Optional<String> scheduleOf(String id) {
        return Optional.ofNullable(schedules.get(id));
    }

    /** Returns how many series there are of each pattern. */
    Map<String, Long> patterns() {
        return patterns;
    }

    long recordings() {
        return recordings;
    }
}
