package dev.crmmigration.engine.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.internal.time.VirtualTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryingReaderTest {

    private static final CrmRecord PERSON = new CrmRecord(RecordRef.of("person", "7"), Map.of());

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-03-02T10:00:00Z"));
    private final ReadRetries retries = new ReadRetries(Backoff.DEFAULT, time, time, new Random(7));

    @Test
    void givesEveryPageOnce_whenEveryOtherCallFails() {
        RecordReader.Pages pages = new RetryingReader(request -> new FlakyPages(), retries)
                .scan(new ScanRequest.All(ObjectType.of("person")));
        List<CrmRecord> read = new ArrayList<>();

        for (List<CrmRecord> page = pages.next(); !page.isEmpty(); page = pages.next()) {
            read.addAll(page);
        }

        assertThat(read).containsExactly(PERSON, PERSON, PERSON);
    }

    private static final class FlakyPages implements RecordReader.Pages {

        private int calls;

        @Override
        public List<CrmRecord> next() {
            calls++;
            if (calls % 2 == 1) {
                throw RetryableConnectorException.of("GET /persons was cut off.", null);
            }
            return calls <= 6 ? List.of(PERSON) : List.of();
        }
    }
}
