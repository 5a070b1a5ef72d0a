package dev.crmmigration.testkit.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes one JSON line per request. Knows nothing that is secret or personal: no query, no header, no body. */
final class RequestLog implements AutoCloseable {

    private final @Nullable BufferedWriter out;

    private RequestLog(@Nullable BufferedWriter out) {
        this.out = out;
    }

    /** Appends to the file; without one, nothing is written. */
    static RequestLog open(@Nullable Path file) {
        try {
            return new RequestLog(
                    file == null
                            ? null
                            : Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the log file " + file, e);
        }
    }

    void write(Instant time, Request request, Reply reply, @Nullable FaultAction fault) {
        if (out == null) {
            return;
        }
        ObjectNode line = Json.object();
        line.put("time", time.toString());
        line.put("method", request.method());
        line.put("path", request.path());
        line.put("status", reply.status());
        line.put("cost", reply.cost());
        if (fault != null) {
            line.put("fault", fault.key());
        }
        append(out, line.toString());
    }

    private synchronized void append(BufferedWriter writer, String line) {
        try {
            writer.write(line);
            writer.write('\n');
            // A reader of the log must see what was answered, also when this process is killed.
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the log file", e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the log file", e);
        }
    }
}
