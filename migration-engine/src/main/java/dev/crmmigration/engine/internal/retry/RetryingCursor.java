package dev.crmmigration.engine.internal.retry;

import dev.crmmigration.api.source.Coverage;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.SourceEntry;
import java.util.List;
import java.util.Optional;

/** Walks over a source with retries: a page that failed is asked for again, which by contract gives the same page. */
public final class RetryingCursor implements RecordCursor {

    private final RecordCursor cursor;
    private final ReadRetries retries;

    public RetryingCursor(RecordCursor cursor, ReadRetries retries) {
        this.cursor = cursor;
        this.retries = retries;
    }

    @Override
    public List<SourceEntry> next() {
        return retries.call(cursor::next);
    }

    @Override
    public Optional<String> position() {
        return cursor.position();
    }

    @Override
    public Coverage coverage() {
        return cursor.coverage();
    }

    @Override
    public void close() {
        cursor.close();
    }
}
