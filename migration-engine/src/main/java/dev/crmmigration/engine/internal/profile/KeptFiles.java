package dev.crmmigration.engine.internal.profile;

import dev.crmmigration.engine.Profile;
import dev.crmmigration.engine.internal.snapshot.Snapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many files there are, and how large they are. */
final class KeptFiles {

    /** Megabytes that platforms let a file have at most; the plan knows which one counts. */
    private static final List<Integer> LIMITS = List.of(5, 10, 20, 25, 50, 100);

    private static final int MOST = 10;

    private KeptFiles() {}

    static Profile.FilesProfile profile(Snapshot snapshot) {
        Snapshot.FileSizes sizes = snapshot.fileSizes(MOST);
        Map<String, Long> over = new LinkedHashMap<>();
        for (int limit : LIMITS) {
            long larger = snapshot.filesOver(limit * 1_000_000L);
            if (larger > 0) {
                over.put(limit + " MB", larger);
            }
        }
        return new Profile.FilesProfile(sizes.files(), sizes.missing(), sizes.bytes(), sizes.largest(), over);
    }
}
