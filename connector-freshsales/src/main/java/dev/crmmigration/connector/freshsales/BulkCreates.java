package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.destination.WriteOutcome.Reason;
import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.toolkit.destination.ApiResult;
import dev.crmmigration.toolkit.destination.FieldBodies;
import dev.crmmigration.toolkit.destination.WriteOutcomes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Creates many records of one object in one call, which Freshsales takes as a job. A bulk upsert may change what it meant
 * to create, so only records that carry a key of the migration go into it, named by that key; all others go one by one.
 * Thread-safe.
 */
final class BulkCreates {

    /** The most records of a call: flitstack.ai, read 2026-10; two clients agree. */
    static final int MOST = 100;

    /** Fewer records take fewer calls alone: a job takes as many, with its status and the page with its records. */
    private static final int LEAST = FreshsalesPricing.BULK_CALLS + 1;

    private final FreshsalesApi api;
    private final Clock clock;
    private final BulkTrials trials;
    private final Duration firstLook;
    private final Function<Write, WriteOutcome> single;

    /** What a job did not do is tried alone, so that the refusal tells why. */
    private final Set<EffectId> alone = ConcurrentHashMap.newKeySet();

    /** @param single makes one call for one write */
    BulkCreates(FreshsalesApi api, Clock clock, FreshsalesSettings settings, Function<Write, WriteOutcome> single) {
        this.api = api;
        this.clock = clock;
        this.trials = new BulkTrials(settings.jobPatience());
        this.firstLook = settings.jobLook();
        this.single = single;
    }

    /** Returns the key of the migration that a create carries, if it does. */
    static Optional<String> key(RecordShape shape, Write write) {
        return write instanceof Write.Create create
                ? shape.keyField()
                        .flatMap(field -> FieldBodies.present(create.fields(), field))
                        .map(Object::toString)
                : Optional.empty();
    }

    BulkTrials trials() {
        return trials;
    }

    /** Has a write made alone from now on. */
    void refuse(EffectId effect) {
        alone.add(effect);
    }

    List<WriteOutcome> write(RecordShape shape, List<Write> batch) {
        Map<EffectId, Object> items = new LinkedHashMap<>();
        for (Write write : batch) {
            item(shape, write).ifPresent(item -> items.put(write.effect(), item));
        }
        Map<EffectId, WriteOutcome> bulk = items.size() >= LEAST ? together(shape.kind(), items) : Map.of();
        List<WriteOutcome> outcomes = new ArrayList<>();
        for (Write write : batch) {
            WriteOutcome known = bulk.get(write.effect());
            outcomes.add(known == null ? single.apply(write) : known);
        }
        return outcomes;
    }

    /** Returns the item of a create that can go with others; what cannot be sent is refused when it is tried alone. */
    private Optional<Object> item(RecordShape shape, Write write) {
        Optional<String> key = key(shape, write);
        if (key.isEmpty() || alone.contains(write.effect()) || !(write instanceof Write.Create create)) {
            return Optional.empty();
        }
        RecordShape.Body body = shape.encode(create.fields(), true);
        if (!body.errors().isEmpty()) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put(shape.keyField().orElseThrow(), key.get());
        item.put("data", body.json());
        return Optional.of(item);
    }

    /** Returns what became of them; nothing if each is to go alone. */
    private Map<EffectId, WriteOutcome> together(FreshsalesObject object, Map<EffectId, Object> items) {
        Instant now = clock.instant();
        return switch (trials.ask(object, now)) {
            case TOGETHER -> send(object, items);
            case ALONE -> Map.of();
            case LATER ->
                items.keySet().stream()
                        .collect(Collectors.toMap(
                                effect -> effect,
                                effect -> new WriteOutcome.Postponed(effect, now.plus(firstLook), Reason.BURST)));
        };
    }

    private Map<EffectId, WriteOutcome> send(FreshsalesObject object, Map<EffectId, Object> items) {
        ApiResult result = api.call(
                Call.post(object.plural() + "/bulk_upsert", Map.of(object.plural(), List.copyOf(items.values()))));
        Instant now = clock.instant();
        if (result instanceof ApiResult.Denied) {
            // Of the whole call, perhaps for one of its records: each tells more alone
            items.keySet().forEach(this::refuse);
            trials.failed(object);
        } else if (result instanceof ApiResult.NotNow) {
            trials.over(object);
        }
        Map<EffectId, WriteOutcome> outcomes = new HashMap<>();
        for (EffectId effect : items.keySet()) {
            outcomes.put(
                    effect,
                    result instanceof ApiResult.Denied
                            ? new WriteOutcome.Postponed(effect, now, Reason.BURST)
                            : WriteOutcomes.of(effect, result, success -> accepted(effect, success, now)));
        }
        return outcomes;
    }

    /** The job is named by its number: the address of its status may be one of a server behind the account. */
    private WriteOutcome accepted(EffectId effect, ApiResult.Success success, Instant now) {
        Optional<String> job = success.envelope()
                .text("job_status_url")
                .map(url -> url.substring(url.lastIndexOf('/') + 1))
                .filter(id -> id.matches("[A-Za-z0-9_-]+"));
        return job.<WriteOutcome>map(id -> new WriteOutcome.Accepted(effect, id, now.plus(firstLook)))
                .orElseGet(() -> new WriteOutcome.InDoubt(effect, "NO_JOB"));
    }
}
