package dev.crmmigration.engine.internal.retry;

import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.ScanRequest;

/** Reads back with retries: a page that failed is asked for again, which by contract gives the same page. */
public final class RetryingReader implements RecordReader {

    private final RecordReader reader;
    private final ReadRetries retries;

    public RetryingReader(RecordReader reader, ReadRetries retries) {
        this.reader = reader;
        this.retries = retries;
    }

    @Override
    public Pages scan(ScanRequest request) {
        Pages pages = reader.scan(request);
        return () -> retries.call(pages::next);
    }
}
