package dev.crmmigration.toolkit.rest;

import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.toolkit.http.HttpReply.Answered;
import dev.crmmigration.toolkit.http.Json;
import dev.crmmigration.toolkit.http.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a window of a collection page by page into a file with a row in each line. After each page it is durable how far it is, so
 * that a broken reading goes on there. Guards against lists that never end. Used by one thread.
 */
final class WindowReading {

    private static final int MOST_PAGES = 100_000;
    private static final int MOST_EMPTY = 3;

    private final RestCalls calls;
    private final RestAccess access;
    private final String collection;
    private final Window window;
    private final Path rows;
    private final Path checkpoint;
    private final Set<String> positions = new HashSet<>();
    private int emptyPages;
    private boolean startedOver;

    /** @param rows the file of rows; how far it is stands in one beside it */
    WindowReading(RestCalls calls, RestAccess access, String collection, Window window, Path rows) {
        this.calls = calls;
        this.access = access;
        this.collection = collection;
        this.window = window;
        this.rows = rows;
        this.checkpoint = rows.resolveSibling(rows.getFileName() + ".json");
    }

    /** Reads all that is not read yet. */
    Checkpoint read() throws IOException {
        Checkpoint at = Checkpoint.read(checkpoint);
        cutAfter(at);
        while (at.isOpen()) {
            at = next(at);
            at.write(checkpoint);
        }
        return at;
    }

    /** What was written after the last durable page is read again. */
    private void cutAfter(Checkpoint at) throws IOException {
        try (FileChannel file = FileChannel.open(rows, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.truncate(at.bytes());
        }
    }

    private Checkpoint next(Checkpoint at) throws IOException {
        if (at.pages() >= MOST_PAGES) {
            throw endless("has more than " + MOST_PAGES + " pages");
        }
        Answered reply = ask(at);
        if (reply.status() == HttpStatus.NOT_FOUND) {
            return at.missing();
        }
        if (reply.status() != HttpStatus.OK) {
            return startOver(reply);
        }
        ListPage page = page(reply, at);
        page.next().ifPresent(this::guard);
        guard(page);
        long written = append(page);
        return at.after(
                page.next(),
                written,
                page.rows().size(),
                page.serverTime().map(Instant::toString).orElse(""));
    }

    private Answered ask(Checkpoint at) {
        return calls.get("/v1/" + collection, access.pages().query(at.position(), access.pageSize(), window.query()));
    }

    /** A cursor may have grown too old; then the window begins again, once. */
    private Checkpoint startOver(Answered reply) throws IOException {
        boolean isStale = reply.status() == HttpStatus.BAD_REQUEST && ListPage.hasCode(reply, "invalid_cursor");
        if (!isStale || startedOver) {
            throw new FatalConnectorException("GET /v1/" + collection + " returned " + reply.status()
                    + ". Check that 'paging' is how the API pages, and extract again");
        }
        startedOver = true;
        positions.clear();
        cutAfter(Checkpoint.START);
        return Checkpoint.START;
    }

    private ListPage page(Answered reply, Checkpoint at) {
        Optional<ListPage> page = parsed(reply, at);
        if (page.isEmpty()) {
            page = parsed(ask(at), at);
        }
        return page.orElseThrow(() -> new FatalConnectorException("GET /v1/" + collection
                + " returned twice what is no list of rows in JSON. Check that 'baseUrl' is the address of the API"));
    }

    private Optional<ListPage> parsed(Answered reply, Checkpoint at) {
        return reply.status() == HttpStatus.OK
                ? ListPage.of(reply, access.pages(), at.position(), access.pageSize())
                : Optional.empty();
    }

    private void guard(String next) {
        if (!positions.add(next)) {
            throw endless("gives the same next page twice");
        }
    }

    private void guard(ListPage page) {
        emptyPages = page.rows().isEmpty() && page.next().isPresent() ? emptyPages + 1 : 0;
        if (emptyPages == MOST_EMPTY) {
            throw endless("gives empty pages and says that there is more");
        }
    }

    private FatalConnectorException endless(String what) {
        return new FatalConnectorException(
                "the list /v1/" + collection + " " + what + ": it would never end. Tell the platform's support");
    }

    private long append(ListPage page) throws IOException {
        long written = 0;
        try (OutputStream out = Files.newOutputStream(rows, StandardOpenOption.APPEND)) {
            for (JsonObject row : page.rows()) {
                byte[] line = (Json.write(row.map()) + "\n").getBytes(StandardCharsets.UTF_8);
                out.write(line);
                written += line.length;
            }
        }
        return written;
    }
}
