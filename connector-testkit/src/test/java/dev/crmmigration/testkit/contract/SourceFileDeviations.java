package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.api.record.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Sources whose attachments are not there twice, or not told from those that are not there. */
final class SourceFileDeviations {

    private SourceFileDeviations() {}

    static List<SourceDeviation> all() {
        return List.of(
                content("S30", "gives its bytes once", Once::new),
                content("S30", "says a size that is not true", Larger::new),
                SourceDeviation.content("S31", "lets one thread open attachments", SourceFileDeviations::ofOneThread),
                SourceDeviation.content("S32", "has a file for everybody", open -> id -> {
                    try {
                        return open.apply(id);
                    } catch (FatalConnectorException e) {
                        return new TextContent("");
                    }
                }),
                SourceDeviation.content("S32", "asks again for what is not there", open -> id -> {
                    try {
                        return open.apply(id);
                    } catch (FatalConnectorException e) {
                        throw RetryableConnectorException.of("not there", e);
                    }
                }),
                SourceDeviation.content("S33", "takes an outage for a file that is not there", open -> id -> {
                    try {
                        return open.apply(id);
                    } catch (RetryableConnectorException e) {
                        throw new FatalConnectorException("not there");
                    }
                }));
    }

    private static SourceDeviation content(String rule, String what, Function<Content, Content> change) {
        return SourceDeviation.content(rule, what, open -> id -> change.apply(open.apply(id)));
    }

    private static Function<String, Content> ofOneThread(Function<String, Content> open) {
        Thread owner = Thread.currentThread();
        return id -> {
            if (!Thread.currentThread().equals(owner)) {
                throw new IllegalStateException("another thread");
            }
            return open.apply(id);
        };
    }

    private record Once(Content other, AtomicBoolean opened) implements Content {

        Once(Content other) {
            this(other, new AtomicBoolean());
        }

        @Override
        public OptionalLong size() {
            return other.size();
        }

        @Override
        public InputStream open() throws IOException {
            return opened.getAndSet(true) ? new ByteArrayInputStream(new byte[0]) : other.open();
        }
    }

    private record Larger(Content other) implements Content {

        @Override
        public OptionalLong size() {
            return OptionalLong.of(other.size().orElseThrow() + 1);
        }

        @Override
        public InputStream open() throws IOException {
            return other.open();
        }
    }
}
