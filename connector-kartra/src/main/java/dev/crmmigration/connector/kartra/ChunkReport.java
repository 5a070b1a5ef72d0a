package dev.crmmigration.connector.kartra;

import dev.crmmigration.api.source.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says how the contacts files of an account that was exported in parts fit together: which contacts stand in several, and whether
 * between them a stretch of time is missing or there twice. Holds a few numbers for each contact. Not thread-safe.
 */
final class ChunkReport implements RowRelations {

    /** Hardly an account of several files has a day without a new contact; a longer pause may be a missing part. */
    private static final Duration PAUSE = Duration.ofDays(1);

    private final Map<String, Chunk> chunks = new LinkedHashMap<>();
    private final Map<String, Seen> byId = new HashMap<>();
    private final Map<String, Origin> lastOfSeveral = new HashMap<>();
    private long same;
    private long different;
    private long repeated;

    /** Where a contact was seen first, and what it said. */
    private record Seen(Chunk chunk, int content) {}

    private static final class Chunk {
        private final String file;
        private long rows;
        private Instant first = Instant.MAX;
        private Instant last = Instant.MIN;

        Chunk(String file) {
            this.file = file;
        }
    }

    @Override
    public void see(Row row) {
        Chunk chunk = chunks.computeIfAbsent(row.origin().file(), Chunk::new);
        chunk.rows++;
        if (row.value("created") instanceof Instant created) {
            chunk.first = created.isBefore(chunk.first) ? created : chunk.first;
            chunk.last = created.isAfter(chunk.last) ? created : chunk.last;
        }
        Seen now = new Seen(chunk, row.values().hashCode());
        Seen before = byId.putIfAbsent(row.id(), now);
        if (before == null) {
            return;
        }
        // Files are read in the order of their export, so the last row is the one that counts.
        lastOfSeveral.put(row.id(), row.origin());
        if (before.chunk() == chunk) {
            repeated++;
        } else if (before.content() == now.content()) {
            same++;
        } else {
            different++;
        }
    }

    @Override
    public void decide() {
        byId.clear();
    }

    @Override
    public boolean counts(Row row) {
        return row.origin().equals(lastOfSeveral.getOrDefault(row.id(), row.origin()));
    }

    @Override
    public List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        if (repeated > 0) {
            gaps.add(repeated + " contact(s) stand twice in one file: the last row counts");
        }
        if (chunks.size() < 2) {
            return gaps;
        }
        long rows = chunks.values().stream().mapToLong(chunk -> chunk.rows).sum();
        gaps.add(
                chunks.size() + " contacts files hold " + rows + " rows of " + (rows - same - different - repeated)
                        + " contacts; in several files stand " + (same + different) + ", " + different
                        + " of them differently, where the later export counts. Compare the number with the one that Kartra shows");
        ranges(gaps);
        return gaps;
    }

    private void ranges(List<String> gaps) {
        List<Chunk> dated = chunks.values().stream()
                .filter(chunk -> !chunk.last.equals(Instant.MIN))
                .sorted(Comparator.comparing((Chunk chunk) -> chunk.first).thenComparing(chunk -> chunk.file))
                .toList();
        for (int i = 1; i < dated.size(); i++) {
            Chunk before = dated.get(i - 1);
            Chunk after = dated.get(i);
            if (after.first.isBefore(before.last)) {
                gaps.add("files " + before.file + " and " + after.file
                        + " overlap: both hold contacts who joined between " + after.first + " and "
                        + (after.last.isBefore(before.last) ? after.last : before.last));
            } else if (Duration.between(before.last, after.first).compareTo(PAUSE) > 0) {
                gaps.add("between files " + before.file + " and " + after.file + " nobody joined from " + before.last
                        + " to " + after.first + ": check that no part of the export is missing");
            }
        }
    }
}
