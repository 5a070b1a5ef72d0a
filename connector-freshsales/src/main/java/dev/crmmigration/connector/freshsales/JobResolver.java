package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.destination.Attempt;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.Resolution;
import dev.crmmigration.api.destination.WriteOutcome.How;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.toolkit.destination.ApiResult;
import dev.crmmigration.toolkit.destination.ChangedPages;
import dev.crmmigration.toolkit.http.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds out what became of creates that a job took. A job's answer names no records and how it tells of failures is not
 * documented, so the records are looked for by their keys in the view, once for all attempts; a key is unique, so that what
 * is not there after the job can be sent again without making a second record.
 */
final class JobResolver {

    /** Clocks differ: records are looked for from this long before the oldest attempt. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final Duration NEXT_LOOK = Duration.ofSeconds(15);

    /** A job that says nothing for so long, or of which nobody knows, is not waited for. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final FreshsalesApi api;
    private final Clock clock;
    private final Duration visibleAfter;
    private final BulkCreates bulk;
    private final Map<String, Instant> done = new HashMap<>();

    JobResolver(FreshsalesApi api, Clock clock, Duration visibleAfter, BulkCreates bulk) {
        this.api = api;
        this.clock = clock;
        this.visibleAfter = visibleAfter;
        this.bulk = bulk;
    }

    /** Resolves attempts of an object that is created in bulk; empty if none of them carries a key. */
    synchronized Optional<List<Resolution>> resolve(
            RecordShape shape, Listing listing, List<Attempt> attempts, Predicate<RecordRef> claimed) {
        boolean isBulk = attempts.stream()
                .anyMatch(attempt -> BulkCreates.key(shape, attempt.write()).isPresent());
        if (!isBulk) {
            return Optional.empty();
        }
        try {
            Map<String, RecordRef> found = found(shape, listing, attempts, claimed);
            List<Resolution> resolutions = new ArrayList<>();
            attempts.forEach(attempt -> resolutions.add(resolve(shape, attempt, found)));
            return Optional.of(resolutions);
        } catch (RetryableConnectorException e) {
            Instant at = e.retryAfter().orElseGet(() -> clock.instant().plus(NEXT_LOOK));
            return Optional.of(attempts.stream()
                    .<Resolution>map(attempt -> new Resolution.AskAgain(at))
                    .toList());
        }
    }

    private Resolution resolve(RecordShape shape, Attempt attempt, Map<String, RecordRef> found) {
        Optional<String> key = BulkCreates.key(shape, attempt.write());
        Optional<RecordRef> ref = key.map(found::get);
        if (ref.isPresent()) {
            return new Resolution.Happened(ref.get(), How.CREATED);
        }
        Instant now = clock.instant();
        if (key.isEmpty()) {
            return new Resolution.AskAgain(
                    now.plus(NEXT_LOOK)); // looked for by what it says, once the others are resolved
        }
        boolean isOver = !now.isBefore(attempt.sentAt().plus(PATIENCE));
        boolean isShown = attempt.ticket()
                .map(done::get)
                .map(at -> !now.isBefore(at.plus(visibleAfter)))
                .orElse(false);
        if (!isOver && !isShown) {
            return new Resolution.AskAgain(now.plus(NEXT_LOOK));
        }
        bulk.refuse(attempt.write().effect());
        return new Resolution.DidNotHappen();
    }

    /** Returns the records of attempts by key. Nothing is looked for before a job is done. */
    private Map<String, RecordRef> found(
            RecordShape shape, Listing listing, List<Attempt> attempts, Predicate<RecordRef> claimed) {
        attempts.stream()
                .flatMap(attempt -> attempt.ticket().stream())
                .distinct()
                .filter(ticket -> !done.containsKey(ticket) && isDone(ticket))
                .forEach(ticket -> done.put(ticket, clock.instant()));
        boolean isWorthLooking = attempts.stream()
                .anyMatch(attempt -> attempt.ticket().map(done::containsKey).orElse(true) || isOld(attempt));
        Map<String, RecordRef> refs = new HashMap<>();
        if (!isWorthLooking) {
            return refs;
        }
        String field = shape.keyField().orElseThrow();
        Instant oldest =
                attempts.stream().map(Attempt::sentAt).min(Instant::compareTo).orElseThrow();
        RecordReader.Pages pages = new ChangedPages<>(listing, oldest.minus(SKEW));
        for (List<CrmRecord> page = pages.next(); !page.isEmpty(); page = pages.next()) {
            for (CrmRecord record : page) {
                record.value(field)
                        .filter(key -> !claimed.test(record.ref()))
                        .ifPresent(key -> refs.put(key.toString(), record.ref()));
            }
        }
        return refs;
    }

    private boolean isOld(Attempt attempt) {
        return !clock.instant().isBefore(attempt.sentAt().plus(PATIENCE));
    }

    /** The words for a job that is done are not documented; its progress is. A job of which nobody knows is done. */
    private boolean isDone(String ticket) {
        Call call = Call.of("GET", "job_statuses/{id}", ticket);
        ApiResult result = api.call(call);
        if (result instanceof ApiResult.Denied denied && denied.isGone()) {
            return true;
        }
        JsonObject job = result.answer(call.where());
        return job.decimal("progress")
                .map(progress -> progress.intValue() >= 100)
                .orElseGet(() -> !job.text("status").orElse("").matches("(?i)queued|in_progress|processing|pending"));
    }
}
