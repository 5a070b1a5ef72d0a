package dev.crmmigration.connector.thepractice;

import dev.crmmigration.toolkit.bodies.Bodies;
import dev.crmmigration.toolkit.bundle.RowDraft;
import dev.crmmigration.toolkit.linkage.MeetingLinks;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The sessions: whose they are and where they are held. Not thread-safe. */
final class Sessions {

    private static final MeetingLinks MEETINGS = MeetingLinks.with();

    private final Map<String, String> clients = new HashMap<>();
    private final Map<String, String> linksInNotes = new HashMap<>();
    private final Set<String> lacksLink = new HashSet<>();
    private long recordings;
    private long images;

    /** Where a meeting is, and which field says so. */
    record Meeting(String link, String from) {}

    void see(RowDraft row, String client) {
        clients.put(row.id(), client);
        if (!row.text("recording_url").isEmpty()) {
            recordings++;
        }
        if (meeting(row).isEmpty()) {
            lacksLink.add(row.id());
        }
        images +=
                Bodies.of(row.text("notes"), row.text("notes_format")).images().size();
    }

    /** Returns where a session is held, as far as its own fields say. */
    static Optional<Meeting> meeting(RowDraft row) {
        if (!row.text("meeting_link").isEmpty()) {
            return Optional.of(new Meeting(row.text("meeting_link"), "given"));
        }
        return found(row, "title").or(() -> found(row, "location")).or(() -> found(row, "notes"));
    }

    private static Optional<Meeting> found(RowDraft row, String field) {
        return MEETINGS.in(row.text(field)).map(link -> new Meeting(link, "extracted from " + field));
    }

    /** Looks for the link to the meeting of a session in a note about it. */
    void seeNote(RowDraft note) {
        String session = note.text("session_id");
        if (lacksLink.contains(session)) {
            MEETINGS.in(note.text("body")).ifPresent(link -> linksInNotes.putIfAbsent(session, link));
        }
    }

    Optional<Meeting> meetingInNotes(String id) {
        return Optional.ofNullable(linksInNotes.get(id)).map(link -> new Meeting(link, "extracted from a note"));
    }

    /** Returns the client of a session, or empty text. */
    String clientOf(String id) {
        return clients.getOrDefault(id, "");
    }

    long recordings() {
        return recordings;
    }

    /** Returns how many images stand in the notes of sessions themselves. */
    long images() {
        return images;
    }
}
