package dev.crmmigration.engine;

import dev.crmmigration.api.destination.Preflight;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.toy.ToySchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Kills a migration at every boundary of its journal: before each commit, after it, and in its middle, with only a part of
 * the commit's record in the file.
 */
final class Boundaries implements CommitWatch.Watcher {

    static final Preflight PROBING = new Preflight(
            List.of(),
            Optional.of(new Preflight.Probe(
                    ObjectType.of("company"), Map.of("name", FieldValue.of("Migration check")))));

    private static final String LOG = "journal.db-wal";

    private final Bench bench;
    private final ToySchema schema;
    private final Kills kills;
    private final Random random;
    private final List<Killed> killed = new ArrayList<>();
    private long logBefore;
    private int commits;
    private List<Object> kept = List.of();

    Boundaries(Bench bench, ToySchema schema, Path folder, long seed) {
        this.bench = bench;
        this.schema = schema;
        this.kills = new Kills(bench, folder);
        this.random = new Random(seed);
    }

    /** What a kill left. */
    record Killed(String moment, Bench bench, ToySchema schema) {}

    /** Performs a step of an open migration and kills it wherever it commits. */
    List<Killed> of(Migration migration, Consumer<Migration> step) {
        CommitWatch.watch(bench.workspace, this);
        try {
            step.accept(migration);
        } finally {
            CommitWatch.unwatch(bench.workspace);
        }
        return List.copyOf(killed);
    }

    @Override
    public void beforeCommit(Connection journal) {
        commits++;
        logBefore = length(bench.workspace.resolve(LOG));
        // Unless the account has changed since, this is what the commit before has left
        if (!holdings().equals(kept)) {
            keep("before commit " + commits);
        }
    }

    @Override
    public void afterCommit() {
        keep("after commit " + commits);
        long logAfter = length(bench.workspace.resolve(LOG));
        if (logAfter > logBefore) {
            long cut = random.nextLong(logBefore, logAfter);
            tear(keep("commit " + commits + " torn at byte " + cut).bench(), cut, logAfter);
        }
    }

    private Killed keep(String moment) {
        kills.here();
        List<Bench> remains = kills.remains();
        Killed left = new Killed(moment, remains.get(remains.size() - 1), schema.copy());
        left.bench().destination.schema(left.schema()).preflight(Boundaries.PROBING);
        killed.add(left);
        kept = holdings();
        return left;
    }

    /** Takes the end of the log away, or leaves something in its place that was never written. */
    private void tear(Bench left, long cut, long end) {
        try (FileChannel log = FileChannel.open(left.workspace.resolve(LOG), StandardOpenOption.WRITE)) {
            log.truncate(cut);
            if (random.nextBoolean()) {
                byte[] rubbish = new byte[(int) (end - cut)];
                random.nextBytes(rubbish);
                log.write(ByteBuffer.wrap(rubbish), cut);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Object> holdings() {
        return List.of(bench.account.creates(), bench.account.records("person"), bench.account.records("company"), schema.labels());
    }

    private static long length(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
