package dev.crmmigration.engine.internal.run;

import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.catalog.ReadBack;
import dev.crmmigration.api.destination.Attempt;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.Resolution;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.internal.draft.ParentField;
import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.prepare.BeforeImage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds out what became of attempts in doubt, in bulk: one scan of the newest records answers all attempts of an object.
 * Called only while nothing is under way, so that a record that is not in the journal can only be that of an attempt.
 */
final class DoubtResolver {

    /** Clocks differ: records are looked for from this long before the oldest attempt. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final int PAGE = 10_000;

    /** A record that fits an attempt with more fields fits one with fewer of them as well, which it need not be. */
    private static final Comparator<Set<String>> MOST_SAID_FIRST =
            Comparator.comparing((Set<String> keys) -> -keys.size()).thenComparing(Object::toString);

    private final RunContext context;
    private final RecordReader reader;
    private final OutcomeRecorder recorder;
    private final BeforeImage before;
    private long cleared;

    DoubtResolver(RunContext context, RecordReader reader, OutcomeRecorder recorder) {
        this.context = context;
        this.reader = reader;
        this.recorder = recorder;
        this.before = BeforeImage.of(context.journal(), context.generation());
    }

    /** Resolves everything that is in doubt; returns how many attempts were cleared up. */
    long resolve() throws InterruptedException {
        cleared = 0;
        Map<ObjectType, List<Effect>> byType = new TreeMap<>();
        for (Effect effect : context.effects().inDoubt(context.clock().instant(), PAGE)) {
            if (effect.isChange()) {
                again(effect);
                continue;
            }
            byType.computeIfAbsent(effect.to(), type -> new ArrayList<>()).add(effect);
        }
        for (Map.Entry<ObjectType, List<Effect>> entry : byType.entrySet()) {
            resolve(entry.getKey(), entry.getValue());
        }
        return cleared;
    }

    /** A change says the same when it is said again, so nobody needs to know whether it was heard. */
    private void again(Effect effect) {
        context.journal()
                .database()
                .transaction(() -> recorder.didNotHappen(effect, context.clock().instant()));
        cleared++;
    }

    private void resolve(ObjectType type, List<Effect> doubtful) throws InterruptedException {
        ObjectTraits traits = context.writes().traits(type);
        Map<Effect, Sent> writes = new HashMap<>();
        doubtful.forEach(effect -> context.writes()
                .make(effect)
                .match(
                        ready -> writes.put(effect, new Sent(ready.write(), ready.fields())),
                        waits -> null,
                        left -> null));
        List<Effect> known = doubtful.stream().filter(writes::containsKey).toList();
        doubtful.stream()
                .filter(effect -> !writes.containsKey(effect))
                .forEach(effect -> recorder.undecidable(effect, "the plan has changed since it was sent"));
        List<Attempt> attempts = known.stream()
                .map(effect -> new Attempt(
                        writes.getOrDefault(effect, Sent.nothing(effect)).write(),
                        effect.sentAt().orElseGet(context.serverClock()::instant),
                        context.effects().ticket(effect)))
                .toList();
        Optional<List<Resolution>> own = context.destination().writer().resolve(attempts, this::isClaimed);
        if (own.isPresent() && own.get().size() != known.size()) {
            known.forEach(effect -> recorder.undecidable(effect, "the connector did not answer for every attempt"));
        } else if (own.isPresent()) {
            takeOver(known, own.get());
        } else if (traits.readBack() == ReadBack.NONE || traits.readBack() == ReadBack.BY_IDS) {
            known.forEach(effect -> recorder.undecidable(effect, "new records of this object cannot be looked for"));
        } else {
            context.waiter().sleepUntil(context.clock().instant().plus(traits.visibleAfter()));
            scan(type, known, writes);
        }
    }

    /**
     * What was sent.
     *
     * @param fields what the record says if it is there
     */
    private record Sent(Write write, Map<String, FieldValue> fields) {

        static Sent nothing(Effect effect) {
            return new Sent(new Write.Create(effect.id(), effect.to(), Map.of()), Map.of());
        }
    }

    /** A record that another effect has, or that was there before the migration, is not that of an attempt. */
    private boolean isClaimed(RecordRef ref) {
        return context.effects().byRef(ref).isPresent() || before.knows(ref);
    }

    private void takeOver(List<Effect> effects, List<Resolution> resolutions) {
        context.journal().database().transaction(() -> {
            for (int i = 0; i < effects.size(); i++) {
                Effect effect = effects.get(i);
                resolutions
                        .get(i)
                        .match(
                                happened -> clear(() -> recorder.found(effect, happened.ref(), Optional.empty())),
                                didNot -> clear(() -> recorder.didNotHappen(effect, Instant.EPOCH)),
                                askAgain -> leave(() -> context.effects().askAgain(effect, askAgain.at())),
                                undecidable -> leave(() -> recorder.undecidable(effect, undecidable.reason())));
            }
        });
    }

    private boolean clear(Runnable work) {
        work.run();
        cleared++;
        return true;
    }

    private static boolean leave(Runnable work) {
        work.run();
        return false;
    }

    private void scan(ObjectType type, List<Effect> doubtful, Map<Effect, Sent> writes) {
        Map<Set<String>, Map<String, Deque<Effect>>> wanted = new TreeMap<>(MOST_SAID_FIRST);
        for (Effect effect : doubtful) {
            Sent write = writes.getOrDefault(effect, Sent.nothing(effect));
            Set<String> keys = new TreeSet<>(write.fields().keySet());
            wanted.computeIfAbsent(keys, set -> new HashMap<>())
                    .computeIfAbsent(
                            context.canon().fingerprint(type, write.fields(), keys), hash -> new ArrayDeque<>())
                    .add(effect);
        }
        Map<String, Effect> byKey = byKey(type, writes);
        Map<Effect, CrmRecord> found = new HashMap<>();
        RecordReader.Pages pages = reader.scan(request(type, doubtful, writes));
        for (List<CrmRecord> page = pages.next(); !page.isEmpty(); page = pages.next()) {
            for (CrmRecord record : page) {
                if (!isClaimed(record.ref())) {
                    Optional.ofNullable(byKey.get(key(type, record.fields())))
                            .or(() -> match(type, record, wanted))
                            .filter(effect -> !found.containsKey(effect))
                            .ifPresent(effect -> found.put(effect, record));
                }
            }
        }
        settle(doubtful, found);
    }

    private ScanRequest request(ObjectType type, List<Effect> doubtful, Map<Effect, Sent> writes) {
        if (context.writes().traits(type).readBack() != ReadBack.BY_PARENT) {
            return new ScanRequest.ChangedSince(type, oldest(doubtful).minus(SKEW));
        }
        ObjectDescription object = context.writes().object(type).orElseThrow();
        List<RecordRef> parents = writes.values().stream()
                .flatMap(write -> ParentField.parent(object, write.fields()).stream())
                .distinct()
                .toList();
        return new ScanRequest.OfParents(type, parents);
    }

    /** A key of ours tells whose record it is, also if somebody has changed the record since. */
    private Map<String, Effect> byKey(ObjectType type, Map<Effect, Sent> writes) {
        Map<String, Effect> effects = new HashMap<>();
        writes.forEach((effect, write) -> {
            String key = key(type, write.fields());
            if (!key.isEmpty()) {
                effects.put(key, effect);
            }
        });
        return effects;
    }

    /** Returns the key that a record carries, or empty text. */
    private String key(ObjectType type, Map<String, FieldValue> fields) {
        return context.writes()
                .object(type)
                .flatMap(object -> object.traits().keyField().flatMap(object::named))
                .flatMap(field -> Optional.ofNullable(fields.get(field.key())))
                .flatMap(FieldValue::value)
                .map(String::valueOf)
                .orElse("");
    }

    private Instant oldest(List<Effect> effects) {
        return effects.stream()
                .flatMap(effect -> effect.sentAt().stream())
                .min(Instant::compareTo)
                .orElseGet(context.serverClock()::instant);
    }

    /** Equal fingerprints are given out one to one, so that of two equal notes none is lost. */
    private Optional<Effect> match(
            ObjectType type, CrmRecord record, Map<Set<String>, Map<String, Deque<Effect>>> wanted) {
        for (Map.Entry<Set<String>, Map<String, Deque<Effect>>> group : wanted.entrySet()) {
            String print = context.canon().fingerprint(type, record.fields(), group.getKey());
            Deque<Effect> same = group.getValue().get(print);
            if (same != null && !same.isEmpty()) {
                return Optional.of(same.removeFirst());
            }
        }
        return Optional.empty();
    }

    private void settle(List<Effect> doubtful, Map<Effect, CrmRecord> found) {
        Instant now = context.clock().instant();
        context.journal().database().transaction(() -> {
            for (Effect effect : doubtful) {
                CrmRecord record = found.get(effect);
                cleared++;
                if (record == null) {
                    recorder.didNotHappen(effect, now);
                } else {
                    recorder.found(effect, record.ref(), Optional.of(record));
                }
            }
        });
    }
}
