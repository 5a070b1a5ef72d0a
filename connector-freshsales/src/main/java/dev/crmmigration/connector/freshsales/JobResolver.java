package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.destination.Attempt;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.Resolution;
import dev.crmmigration.api.destination.WriteOutcome.How;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.toolkit.destination.ApiResult;
import dev.crmmigration.toolkit.destination.ChangedPages;
import dev.crmmigration.toolkit.http.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds out what became of creates that a job took. A job's answer names no records and how it tells of failures is not
 * documented, so the records are looked for by their keys in the view, once for all attempts; a key is unique, so that what
 * is not there after the job can be sent again without making a second record.
 */
final class JobResolver {

    /** Clocks differ: records are looked for from this long before the oldest attempt. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** The second look comes after so many times the first one, and not at once. */
    private static final int LATER = 3;

    private static final Duration NOT_AT_ONCE = Duration.ofMillis(100);

    /** The looks become fewer the longer it takes, but not fewer than this. */
    private static final Duration SELDOM = Duration.ofMinutes(2);

    private final FreshsalesApi api;
    private final Clock clock;
    private final Duration visibleAfter;
    private final Duration nextLook;
    private final Duration patience;
    private final BulkCreates bulk;
    private final Map<String, Instant> done = new HashMap<>();
    private final Set<EffectId> lost = new HashSet<>();

    JobResolver(FreshsalesApi api, Clock clock, FreshsalesSettings settings, BulkCreates bulk) {
        this.api = api;
        this.clock = clock;
        this.visibleAfter = settings.visibleAfter();
        this.nextLook = settings.jobLook().compareTo(NOT_AT_ONCE) > 0
                ? settings.jobLook().multipliedBy(LATER)
                : NOT_AT_ONCE;
        this.patience = settings.jobPatience();
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
            learn(shape.kind(), attempts, resolutions);
            return Optional.of(resolutions);
        } catch (RetryableConnectorException e) {
            Instant at = e.retryAfter().orElseGet(() -> clock.instant().plus(nextLook));
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
                    now.plus(nextLook)); // looked for by what it says, once the others are resolved
        }
        Optional<Instant> ended = attempt.ticket().map(done::get);
        boolean isShown = ended.map(at -> !now.isBefore(at.plus(visibleAfter))).orElse(false);
        if (!isOld(attempt) && !isShown) {
            return new Resolution.AskAgain(
                    ended.map(at -> at.plus(visibleAfter)).orElseGet(() -> nextLook(attempt, now)));
        }
        giveUp(attempt);
        return new Resolution.DidNotHappen();
    }

    /** Tells whether jobs work for an object: what is known without a job's number may not be the work of a job. */
    private void learn(FreshsalesObject object, List<Attempt> attempts, List<Resolution> resolutions) {
        Map<String, List<Resolution>> byJob = new LinkedHashMap<>();
        for (int i = 0; i < attempts.size(); i++) {
            String job = attempts.get(i).ticket().orElse("");
            byJob.computeIfAbsent(job, ticket -> new ArrayList<>()).add(resolutions.get(i));
        }
        byJob.forEach((job, ends) -> {
            boolean isOver = ends.stream().noneMatch(Resolution.AskAgain.class::isInstance);
            if (!job.isEmpty() && ends.stream().anyMatch(Resolution.Happened.class::isInstance)) {
                bulk.trials().worked(object);
            } else if (isOver && done.containsKey(job)) {
                bulk.trials().failed(object);
            } else if (isOver) {
                bulk.trials().over(object);
            }
        });
    }

    /** A call whose answer was lost may go with others once more; what a job did not do is tried alone. */
    private void giveUp(Attempt attempt) {
        EffectId effect = attempt.write().effect();
        if (attempt.ticket().isPresent() || !lost.add(effect)) {
            bulk.refuse(effect);
        }
    }

    private Instant nextLook(Attempt attempt, Instant now) {
        Instant end = attempt.sentAt().plus(patience);
        Duration half = Duration.between(attempt.sentAt(), now).dividedBy(2);
        Duration pause = half.compareTo(SELDOM) > 0 ? SELDOM : half;
        Instant next = now.plus(pause.compareTo(nextLook) > 0 ? pause : nextLook);
        return next.isAfter(end) && end.isAfter(now) ? end : next;
    }

    /**
     * Returns the records of attempts by key. Nothing is looked for before a job is done, and no further page is read when
     * everything that is looked for was found: what a job made was changed last, and is on the first pages.
     */
    private Map<String, RecordRef> found(
            RecordShape shape, Listing listing, List<Attempt> attempts, Predicate<RecordRef> claimed) {
        attempts.stream()
                .flatMap(attempt -> attempt.ticket().stream())
                .distinct()
                .filter(ticket -> !done.containsKey(ticket) && isDone(ticket))
                .forEach(ticket -> done.put(ticket, clock.instant()));
        List<Attempt> sought = attempts.stream().filter(this::isWorthLooking).toList();
        Set<String> keys = sought.stream()
                .flatMap(attempt -> BulkCreates.key(shape, attempt.write()).stream())
                .collect(Collectors.toSet());
        Map<String, RecordRef> refs = new HashMap<>();
        if (keys.isEmpty()) {
            return refs;
        }
        String field = shape.keyField().orElseThrow();
        Instant oldest =
                sought.stream().map(Attempt::sentAt).min(Instant::compareTo).orElseThrow();
        RecordReader.Pages pages = new ChangedPages<>(listing, oldest.minus(SKEW));
        List<CrmRecord> page = pages.next();
        while (!page.isEmpty()) {
            for (CrmRecord record : page) {
                record.value(field)
                        .filter(key -> !claimed.test(record.ref()))
                        .ifPresent(key -> refs.put(key.toString(), record.ref()));
            }
            page = refs.keySet().containsAll(keys) ? List.of() : pages.next();
        }
        return refs;
    }

    private boolean isWorthLooking(Attempt attempt) {
        return attempt.ticket().map(done::containsKey).orElse(true) || isOld(attempt);
    }

    private boolean isOld(Attempt attempt) {
        return !clock.instant().isBefore(attempt.sentAt().plus(patience));
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
