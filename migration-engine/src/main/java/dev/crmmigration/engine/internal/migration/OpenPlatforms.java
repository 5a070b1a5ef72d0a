package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.budget.Meter;
import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.HttpSettings;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.Presence;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.destination.SchemaEditor;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.engine.internal.journal.Journal;
import dev.crmmigration.engine.internal.retry.ReadRetries;
import dev.crmmigration.engine.internal.retry.RetryingReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The source and the destination of a migration, opened when they are needed first. What they ask of us (time, budget, HTTP) is the
 * migration's.
 */
final class OpenPlatforms implements AutoCloseable {

    private static final Duration RECENT = Duration.ofMinutes(5);

    private final Connectors connectors;
    private final HttpSettings http;
    private final Spending spending;
    private final Journal journal;
    private final ReadRetries retries;
    private final StopSignal stopSignal;
    private final Clock clock;
    private @Nullable DestinationSession destination;
    private @Nullable Catalog account;
    private Instant accountRead = Instant.EPOCH;

    OpenPlatforms(
            Connectors connectors,
            HttpSettings http,
            Spending spending,
            Journal journal,
            ReadRetries retries,
            StopSignal stopSignal,
            Clock clock) {
        this.connectors = connectors;
        this.http = http;
        this.spending = spending;
        this.journal = journal;
        this.retries = retries;
        this.stopSignal = stopSignal;
        this.clock = clock;
    }

    SourceSession openSource() {
        return retries.call(() -> connectors.source().open(connectors.sourceSettings(), context()));
    }

    List<String> underWayAtSource(BiPredicate<String, String> isDecided) {
        return retries.call(() -> connectors.source().underWay(connectors.sourceSettings(), context(), isDecided));
    }

    /** Returns the open destination; the first call opens it. */
    DestinationSession destination() {
        if (destination == null) {
            spending.beforeOpening();
            destination =
                    retries.call(() -> connectors.destination().open(connectors.destinationSettings(), context()));
        }
        return destination;
    }

    /** Returns the open account as it is now. */
    Catalog account() {
        Catalog read = retries.call(destination()::catalog);
        account = read;
        accountRead = clock.instant();
        return read;
    }

    /**
     * Returns the open account as it was a short while ago: asking costs calls, and the steps of one program follow each
     * other within moments.
     */
    Catalog recentAccount() {
        Catalog recent = account;
        return recent != null && clock.instant().isBefore(accountRead.plus(RECENT)) ? recent : account();
    }

    /** Says that the account has changed. */
    void forgetAccount() {
        account = null;
    }

    /**
     * Returns the reader of the open destination; what may succeed later is tried again, and a page is not asked for when
     * the step is to end. A destination without a reader only fails if something is read.
     */
    RecordReader reader() {
        return new RecordReader() {
            @Override
            public Pages scan(ScanRequest request) {
                Pages pages = new RetryingReader(destination().reader(), retries).scan(request);
                return () -> {
                    stopSignal.check();
                    return pages.next();
                };
            }

            @Override
            public Presence presence(RecordRef ref) {
                stopSignal.check();
                return retries.call(() -> destination().reader().presence(ref));
            }
        };
    }

    SchemaEditor schema() {
        return destination().schema();
    }

    private ConnectorContext context() {
        return new ConnectorContext() {
            @Override
            public Clock clock() {
                return clock;
            }

            @Override
            public void sleepUntil(Instant moment) throws InterruptedException {
                stopSignal.sleepUntil(moment);
            }

            @Override
            public Meter meter(String account) {
                return new HeldMeter(spending.meter(account), journal.database()::checkHeldRecently);
            }

            @Override
            public HttpSettings http() {
                return http;
            }
        };
    }

    @Override
    public void close() {
        if (destination != null) {
            destination.close();
            destination = null;
        }
    }
}
