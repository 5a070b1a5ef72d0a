package dev.crmmigration.engine.internal.profile;

import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.internal.snapshot.Snapshot;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Reads the next page of a snapshot while the one before is looked at: one thread more, which ends with the reading. */
final class ReadAhead {

    private ReadAhead() {}

    /**
     * Walks over all records of an object, in the order of their ids.
     *
     * @param ahead is given every record by another thread, always the same; it is done with all of them at the end
     * @param action is given every record by the thread of the caller
     */
    static void forEach(
            Snapshot snapshot, ObjectType type, Consumer<CrmRecord> ahead, Consumer<CrmRecord> action) {
        ExecutorService reader = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "profile-reader");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<CrmRecord> page = joined(CompletableFuture.supplyAsync(() -> page(snapshot, type, "", ahead), reader));
            while (!page.isEmpty()) {
                String last = page.get(page.size() - 1).ref().id();
                CompletableFuture<List<CrmRecord>> next =
                        CompletableFuture.supplyAsync(() -> page(snapshot, type, last, ahead), reader);
                try {
                    page.forEach(action);
                } finally {
                    // Nobody closes the snapshot under a reader
                    page = joined(next);
                }
            }
        } finally {
            reader.shutdown();
        }
    }

    private static List<CrmRecord> page(
            Snapshot snapshot, ObjectType type, String after, Consumer<CrmRecord> ahead) {
        List<CrmRecord> page = snapshot.page(type, after);
        page.forEach(ahead);
        return page;
    }

    private static List<CrmRecord> joined(CompletableFuture<List<CrmRecord>> page) {
        try {
            return page.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
