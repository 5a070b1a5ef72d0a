package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.engine.MigrationListener.Progress;
import dev.crmmigration.engine.internal.snapshot.Extraction;
import dev.crmmigration.engine.internal.snapshot.Snapshot;
import dev.crmmigration.engine.internal.snapshot.Succession;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Reads the source into a generation of the snapshot. */
final class ExtractStep {

    private final MigrationSession session;

    ExtractStep(MigrationSession session) {
        this.session = session;
    }

    void run(Snapshot snapshot, Succession succession) {
        run(snapshot, succession, Optional.empty());
    }

    /**
     * Reads the source.
     *
     * @param notBefore what was taken from the source before it is refused
     */
    void run(Snapshot snapshot, Succession succession, Optional<Instant> notBefore) {
        try (SourceSession source = session.openSource()) {
            notBefore.ifPresent(freeze -> check(source, freeze));
            new Extraction(
                            snapshot,
                            succession,
                            session.clock(),
                            session.attachments(snapshot),
                            session.retries(),
                            session::check,
                            (type, rows) -> session.listener()
                                    .progress(new Progress(
                                            "extract", type.name(), rows, 0, 0, 0, 0, Optional.empty(), Map.of())))
                    .run(source);
        }
    }

    private static void check(SourceSession source, Instant freeze) {
        source.takenAt().filter(taken -> taken.isBefore(freeze)).ifPresent(taken -> {
            throw new StaleSourceException("the source was exported at " + taken + ", before the freeze at " + freeze
                    + ": what was changed in between would be lost. Export it again, then call delta");
        });
    }
}
