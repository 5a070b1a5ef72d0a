package dev.crmmigration.connector.freshsales.simulator;

import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The object store behind the files: addresses are signed, need no key and expire. */
final class FileStore {

    static final String PREFIX = "/store/";

    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private final Account account;

    FileStore(Account account) {
        this.account = account;
    }

    /** Refuses a file that is too large for the API, the plan or what is left of the storage. */
    void requireRoom(int bytes) {
        FreshsalesSettings settings = account.settings();
        if (bytes > settings.quantity(Quantity.MAX_FILE_BYTES)) {
            throw ApiException.of(settings.status(Switch.FILE_TOO_LARGE), "File size should not exceed the limit");
        }
        if (!settings.isOn(Switch.CAPS)) {
            return;
        }
        if (settings.storageBytes() == 0) {
            throw ApiException.of(403, "Your plan does not include files");
        }
        if (used() + bytes > settings.storageBytes()) {
            throw ApiException.invalid("You have used all storage of your plan");
        }
    }

    private long used() {
        long sum = 0;
        for (Row document : account.table("documents").rows()) {
            sum += document.record().path("content_file_size").longValue();
        }
        return sum;
    }

    /** Returns where a file can be fetched for some minutes. */
    String address(Request request, long id) {
        long until = account.now().plus(GOOD_FOR).getEpochSecond();
        return BulkEndpoints.address(request) + PREFIX + id + "?expires=" + until + "&signature="
                + signature(id, until);
    }

    private long signature(long id, long until) {
        return Math.abs((id * 31 + until) * 0x9E3779B97F4A7C15L ^ account.seed()) >>> 1;
    }

    /** Answers a fetch: with the content, or with what stands for it if it was too much to keep. */
    Reply fetch(Request request) {
        String text = request.path().substring(PREFIX.length());
        String expires = request.query().getOrDefault("expires", "");
        if (!text.matches("\\d{1,18}") || !expires.matches("\\d{1,12}")) {
            return Reply.html(403, "<Error><Code>AccessDenied</Code></Error>");
        }
        long id = Long.parseLong(text);
        long until = Long.parseLong(expires);
        boolean isSigned = request.query().getOrDefault("signature", "").equals(Long.toString(signature(id, until)));
        if (!isSigned || account.now().getEpochSecond() > until) {
            return Reply.html(403, "<Error><Code>AccessDenied</Code></Error>");
        }
        byte[] content = account.files().find(id);
        if (content == null || !account.table("documents").hasLive(id)) {
            return Reply.html(404, "<Error><Code>NoSuchKey</Code></Error>");
        }
        return new Reply(200, Map.of("Content-Type", "application/octet-stream"), List.of(content), 0);
    }
}
