package dev.crmmigration.toolkit.identity;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Rows that have one id, to be told by a first pass over all of them: of equal ones the first counts, of different ones the one
 * changed last, and none if nothing says which that is. Not thread-safe.
 */
public final class RowVersions {

    private final Map<String, Version> versions = new HashMap<>();

    /** What becomes of a row. */
    public enum Verdict {
        /** It is the row of its id. */
        COUNTS,
        /** It says what another row says, or what was true before. */
        SUPERSEDED,
        /** It contradicts another row, and nothing says which is right. */
        CONTRADICTS
    }

    /** The row that counts, and whether others contradict it. */
    private record Version(long position, String checksum, Optional<Instant> updated, boolean contradicted) {}

    /**
     * Takes in a row.
     *
     * @param position where it is, different for every row
     * @param checksum that of its cells, by {@link SyntheticIds#checksum}
     */
    public void see(String id, long position, String checksum, Optional<Instant> updated) {
        Version now = new Version(position, checksum, updated, false);
        versions.merge(id, now, RowVersions::better);
    }

    private static Version better(Version before, Version now) {
        if (before.checksum.equals(now.checksum)) {
            return before;
        }
        boolean told = before.updated.isPresent() && now.updated.isPresent() && !before.updated.equals(now.updated);
        if (!told) {
            return new Version(before.position, before.checksum, before.updated, true);
        }
        return now.updated.orElse(Instant.MIN).isAfter(before.updated.orElse(Instant.MIN)) ? now : before;
    }

    /** Returns what becomes of a row that was seen. */
    public Verdict verdict(String id, long position) {
        Version version = versions.get(id);
        if (version == null || (version.position == position && !version.contradicted)) {
            return Verdict.COUNTS;
        }
        return version.contradicted ? Verdict.CONTRADICTS : Verdict.SUPERSEDED;
    }
}
