package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.engine.MigrationListener.Progress;
import dev.crmmigration.engine.internal.snapshot.Extraction;
import dev.crmmigration.engine.internal.snapshot.Snapshot;
import dev.crmmigration.engine.internal.snapshot.Succession;
import java.util.Map;
import java.util.Optional;

/** Reads the source into a generation of the snapshot. */
final class ExtractStep {

    private final MigrationSession session;

    ExtractStep(MigrationSession session) {
        this.session = session;
    }

    void run(Snapshot snapshot, Succession succession) {
        try (SourceSession source = session.openSource()) {
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
}
