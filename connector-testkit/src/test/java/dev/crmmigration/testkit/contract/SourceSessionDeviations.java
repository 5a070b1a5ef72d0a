package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.Secret;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.api.source.SourceEntry;
import dev.crmmigration.api.source.SourceSession;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** Sources whose sessions fail wrongly, show too much or harm each other. */
final class SourceSessionDeviations {

    private SourceSessionDeviations() {}

    static List<SourceDeviation> all() {
        return List.of(
                SourceDeviation.opening("S34", "gives up for good when nobody answers", (settings, open) -> {
                    try {
                        return open.apply(settings);
                    } catch (RetryableConnectorException e) {
                        throw new FatalConnectorException("nobody answers");
                    }
                }),
                SourceDeviation.opening("S35", "tries again with a token that is refused", (settings, open) -> {
                    try {
                        return open.apply(settings);
                    } catch (FatalConnectorException e) {
                        throw RetryableConnectorException.of("refused", e);
                    }
                }),
                SourceDeviation.opening(
                        "S36",
                        "prints its token",
                        (settings, open) -> new Talkative(open.apply(settings), "Session[" + token(settings) + "]")),
                SourceDeviation.opening("S36", "complains with its token", (settings, open) -> {
                    try {
                        return open.apply(settings);
                    } catch (FatalConnectorException e) {
                        throw new FatalConnectorException("refused", new IllegalStateException(token(settings)));
                    }
                }),
                SourceDeviation.session(
                        "S37", "prints a record", session -> new Talkative(session, "Session[last jane@example.org]")),
                SourceDeviation.session("S38", "cannot be closed twice", ClosesOnce::new),
                SourceDeviation.cursor("S38", "cannot close a cursor twice", (request, cursor) -> closesOnce(cursor)),
                SourceDeviation.session("S39", "leaves a thread", SourceSessionDeviations::leavesAThread),
                new SourceDeviation("S40", "shares what it reads with others", Shared::new));
    }

    private static String token(Settings settings) {
        return settings.secret("token").map(Secret::reveal).orElse("");
    }

    private static final class Talkative extends SourceForwarding.ToSession {

        private final String text;

        Talkative(SourceSession other, String text) {
            super(other);
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class ClosesOnce extends SourceForwarding.ToSession {

        private boolean closed;

        ClosesOnce(SourceSession other) {
            super(other);
        }

        @Override
        public void close() {
            if (closed) {
                throw new IllegalStateException("closed already");
            }
            closed = true;
        }
    }

    private static RecordCursor closesOnce(RecordCursor cursor) {
        return new SourceForwarding.ToCursor(cursor) {
            private boolean closed;

            @Override
            public void close() {
                if (closed) {
                    throw new IllegalStateException("closed already");
                }
                closed = true;
            }
        };
    }

    private static SourceSession leavesAThread(SourceSession session) {
        Thread thread = new Thread(() -> awaitForever(new CountDownLatch(1)), "left behind");
        thread.setDaemon(true);
        thread.start();
        return session;
    }

    private static void awaitForever(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A source that knows only the cursor which was used last, so that any other one in the middle loses a page. */
    private static final class Shared extends SourceForwarding.ToSource {

        private final AtomicReference<RecordCursor> last = new AtomicReference<>();

        Shared(Source other) {
            super(other);
        }

        @Override
        public SourceSession open(Settings settings, ConnectorContext context) {
            return new SourceForwarding.ToSession(super.open(settings, context)) {
                @Override
                public RecordCursor read(ReadRequest request) {
                    return sharing(super.read(request));
                }
            };
        }

        private RecordCursor sharing(RecordCursor cursor) {
            return new SourceForwarding.ToCursor(cursor) {
                private boolean begun;

                @Override
                public List<SourceEntry> next() {
                    if (begun && !this.equals(last.get())) {
                        super.next();
                    }
                    begun = true;
                    last.set(this);
                    return super.next();
                }
            };
        }
    }
}
