package dev.crmmigration.engine.internal.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.engine.internal.journal.Journal.Event;
import dev.crmmigration.engine.internal.report.Json;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;

/**
 * The events that the audit may be derived from. An event is written down as it is; before it leaves the workspace it is
 * sealed once, for good: what may name a person is replaced. From sealed events the same trail can be derived again and
 * again, whatever becomes of what was replaced.
 */
public final class EventLog {

    private static final String SEALED = "audit sealed";

    /** So many pages of what was sealed last are at hand. */
    private static final int MOST_RECENT = 4;

    private final Journal journal;
    private final Deque<List<Event>> recent = new ArrayDeque<>();

    public EventLog(Journal journal) {
        this.journal = journal;
    }

    /** Returns the sequence of the last event, 0 if there is none. */
    public long last() {
        return journal.database().number("SELECT MAX(sequence) FROM event");
    }

    /** Returns the sequence of the last event that is sealed. */
    public long sealed() {
        return journal.fact(SEALED).map(Long::parseLong).orElse(0L);
    }

    /** Returns the next events that are not sealed yet, at most some hundreds. */
    public List<Event> unsealed() {
        return journal.events(sealed());
    }

    /**
     * Puts other attributes in the place of those of some events, at least one, and seals them.
     *
     * @param sealed the same events with the attributes that they are to have
     */
    public void seal(List<Event> events, List<Event> sealed) {
        journal.database().transaction(() -> {
            for (int i = 0; i < events.size(); i++) {
                if (!sealed.get(i).attributes().equals(events.get(i).attributes())) {
                    replace(sealed.get(i).sequence(), sealed.get(i).attributes());
                }
            }
            journal.fact(SEALED, String.valueOf(events.get(events.size() - 1).sequence()));
        });
        remember(sealed);
    }

    private void remember(List<Event> sealed) {
        recent.addLast(List.copyOf(sealed));
        if (recent.size() > MOST_RECENT) {
            recent.removeFirst();
        }
    }

    /** What was just sealed need not be read again. */
    private List<Event> page(long after) {
        for (List<Event> page : recent) {
            if (page.get(0).sequence() == after + 1) {
                return page;
            }
        }
        return journal.events(after);
    }

    private void replace(long sequence, Map<String, String> attributes) {
        ObjectNode node = Json.object();
        new TreeMap<>(attributes).forEach(node::put);
        journal.database().update("UPDATE event SET attributes = ? WHERE sequence = ?", Json.compact(node), sequence);
    }

    /** Returns the events from a sequence on that are sealed now, page by page. */
    public Iterator<Event> sealedAfter(long after) {
        return new Sealed(after, sealed());
    }

    private final class Sealed implements Iterator<Event> {

        private final long end;
        private long at;
        private Iterator<Event> page = List.<Event>of().iterator();

        Sealed(long after, long end) {
            this.at = after;
            this.end = end;
        }

        @Override
        public boolean hasNext() {
            if (!page.hasNext() && at < end) {
                page = page(at).iterator();
            }
            return page.hasNext() && at < end;
        }

        @Override
        public Event next() {
            if (!hasNext()) {
                throw new NoSuchElementException("the last sealed event was read");
            }
            Event event = page.next();
            at = event.sequence();
            return event;
        }
    }
}
