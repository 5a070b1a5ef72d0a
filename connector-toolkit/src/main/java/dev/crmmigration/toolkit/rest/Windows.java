package dev.crmmigration.toolkit.rest;

import dev.crmmigration.toolkit.http.HttpReply.Answered;
import dev.crmmigration.toolkit.http.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cuts a large collection into windows that can be read at once. Lists are in the order of the last change, and so are windows. */
final class Windows {

    private static final int PAGES_OF_ONE = 25;
    private static final int MOST = 16;

    private Windows() {}

    /**
     * Returns the windows of a collection in their order; the same when a reading goes on.
     *
     * @param since from when on changes are read; empty text if all is
     * @param rows how many rows the collection has, 0 if nobody knows
     * @param plan the file that remembers them
     */
    static List<Window> of(RestCalls calls, RestAccess access, String collection, String since, long rows, Path plan)
            throws IOException {
        if (!since.isEmpty()) {
            return List.of(new Window(since, "", true));
        }
        long wanted = Math.min(MOST, rows / ((long) access.pageSize() * PAGES_OF_ONE) + 1);
        if (wanted == 1) {
            return List.of(new Window("", "", false));
        }
        if (!Files.exists(plan)) {
            Checkpoint.replace(plan, Json.write(cuts(calls, access, collection, wanted)));
        }
        List<Window> windows = new ArrayList<>();
        String from = "";
        Object tree = Json.parse(Files.readString(plan, StandardCharsets.UTF_8));
        for (Object cut : tree instanceof List<?> list ? list : List.of()) {
            windows.add(new Window(from, String.valueOf(cut), false));
            from = String.valueOf(cut);
        }
        windows.add(new Window(from, "", false));
        return windows;
    }

    /** The moments between the first change and now, evenly spread. */
    private static List<String> cuts(RestCalls calls, RestAccess access, String collection, long wanted) {
        Map<String, String> query = new LinkedHashMap<>(access.pages().query("", 1));
        Answered reply = calls.get("/v1/" + collection, query);
        Optional<ListPage> page = ListPage.of(reply, access.pages(), "", 1);
        Optional<Instant> first = page.flatMap(one -> one.rows().stream().findFirst())
                .flatMap(row -> row.text("updated_at"))
                .flatMap(ListPage::moment);
        Optional<Instant> last = page.flatMap(ListPage::serverTime);
        List<String> cuts = new ArrayList<>();
        if (first.isPresent() && last.isPresent() && first.get().isBefore(last.get())) {
            Duration step = Duration.between(first.get(), last.get()).dividedBy(wanted);
            for (long cut = 1; cut < wanted; cut++) {
                cuts.add(first.get().plus(step.multipliedBy(cut)).toString());
            }
        }
        return cuts;
    }
}
