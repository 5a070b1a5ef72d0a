package dev.crmmigration.engine.internal.verify;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ReadBack;
import dev.crmmigration.api.destination.Presence;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.internal.draft.Canon;
import dev.crmmigration.engine.internal.journal.Changes;
import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.journal.EffectState;
import dev.crmmigration.engine.internal.journal.Effects;
import dev.crmmigration.engine.internal.journal.Verdicts;
import dev.crmmigration.engine.internal.journal.Verdicts.Difference;
import dev.crmmigration.engine.internal.journal.Verdicts.FieldTally;
import dev.crmmigration.engine.internal.journal.Verdicts.Verdict;
import dev.crmmigration.engine.internal.run.WriteFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Reads every record of ours back and compares every value that was written. What the platform makes of a value is
 * compared with what it was expected to make of it, so that only real differences show.
 */
public final class Verifier {

    private static final int CHUNK = 500;

    private final Catalog account;
    private final WriteFactory writes;
    private final Canon canon;
    private final Effects effects;
    private final Changes changes;
    private final Verdicts verdicts;
    private final RecordReader reader;
    private Roots roots;

    public Verifier(
            Catalog account, WriteFactory writes, Canon canon, Effects effects, Changes changes, RecordReader reader) {
        this.changes = changes;
        this.roots = new Roots(effects, ObjectType.of("none"));
        this.account = account;
        this.writes = writes;
        this.canon = canon;
        this.effects = effects;
        this.verdicts = new Verdicts(effects);
        this.reader = reader;
    }

    /** What was found of one object. */
    public record ObjectTally(
            ObjectType object,
            ReadBack way,
            long records,
            long equal,
            long different,
            long missing,
            long hidden,
            long unverified) {}

    /** Returns how the values compare, by mapping and field. */
    public List<FieldTally> fields() {
        return verdicts.fields();
    }

    /** Returns one hash for what all records of an object should say, and one for what they say. */
    public Verdicts.Roots roots(ObjectType type) {
        return verdicts.roots(type);
    }

    /** Returns the first hundred differences. */
    public List<Difference> differences() {
        return verdicts.differences();
    }

    /**
     * Verifies one object.
     *
     * @param progress is told how many records of ours were seen
     */
    public ObjectTally verify(ObjectType type, LongConsumer progress) {
        ObjectDescription object = account.object(type).orElseThrow();
        ReadBack way = object.traits().readBack();
        long records = verdicts.countWritten(type);
        OwnRecords own = new OwnRecords(object, effects, verdicts, writes, reader);
        if (!own.canBeRead()) {
            return new ObjectTally(type, way, records, 0, 0, 0, 0, records);
        }
        roots = new Roots(effects, type);
        if (!verdicts.isRead(type)) {
            AtomicLong seen = new AtomicLong(verdicts.count(type));
            own.forEachPage(page -> {
                verdicts.together(() -> {
                    seen.addAndGet(look(page));
                    roots.keep();
                });
                progress.accept(seen.get());
            });
            verdicts.read(type);
        }
        askForUngiven(type);
        return new ObjectTally(
                type,
                way,
                records,
                verdicts.count(type, Verdict.EQUAL),
                verdicts.count(type, Verdict.DIFFERENT),
                verdicts.count(type, Verdict.MISSING),
                verdicts.count(type, Verdict.HIDDEN),
                0);
    }

    /** A record that no page has given may be gone, or only out of sight for the token's user. */
    private void askForUngiven(ObjectType type) {
        List<Effect> page = verdicts.ungiven(type, CHUNK);
        while (!page.isEmpty()) {
            for (Effect effect : page) {
                boolean outOfSight = reader.presence(effect.ref().orElseThrow()) == Presence.HIDDEN;
                verdicts.together(() -> {
                    verdicts.found(effect, outOfSight ? Verdict.HIDDEN : Verdict.MISSING);
                    differ(effect, "", outOfSight ? "NOT VISIBLE" : "MISSING");
                    roots.expected(effect.id().toString(), "there");
                    roots.keep();
                });
            }
            page = verdicts.ungiven(type, CHUNK);
        }
    }

    /** Returns how many records of a page are ours and new: while a scan runs, it may give one again that has moved. */
    private long look(List<CrmRecord> page) {
        return page.stream().filter(this::look).count();
    }

    private boolean look(CrmRecord record) {
        Optional<Effect> ours = effects.byRef(record.ref())
                .filter(effect -> effect.state() == EffectState.WRITTEN && !verdicts.has(effect));
        ours.ifPresent(effect -> verdicts.found(effect, compare(effect, record) ? Verdict.EQUAL : Verdict.DIFFERENT));
        return ours.isPresent();
    }

    private boolean compare(Effect effect, CrmRecord record) {
        Optional<Map<String, FieldValue>> fields = writes.fields(effect);
        ObjectDescription object = account.object(effect.to()).orElseThrow();
        if (fields.isEmpty()) {
            return isKept(effect, object, record);
        }
        boolean same = true;
        Set<String> left = changes.left(effect);
        Map<String, FieldValue> expected = new TreeMap<>();
        for (Map.Entry<String, FieldValue> sent : fields.get().entrySet()) {
            Optional<FieldDescription> field = object.field(sent.getKey());
            if (field.isPresent()) {
                boolean isLeft = left.contains(field.get().label());
                same &= compare(effect, field.get(), sent.getValue(), record, isLeft);
                if (!isLeft) {
                    expected.put(sent.getKey(), sent.getValue());
                }
            }
        }
        String name = effect.id().toString();
        roots.expected(name, canon.fingerprint(effect.to(), expected, expected.keySet()));
        roots.found(name, canon.fingerprint(effect.to(), record.fields(), expected.keySet()));
        return same;
    }

    /** What the source has no more must be as it was last written; a field that the account has no more cannot be. */
    private boolean isKept(Effect effect, ObjectDescription object, CrmRecord record) {
        Map<String, FieldValue> now = canon.of(effect.to(), record.fields());
        roots.expected(effect.id().toString(), "kept");
        long gone = effect.prints().count() - (effect.prints().has(FieldMapping.CONTENT) ? 1 : 0);
        boolean same = true;
        for (FieldDescription field : object.fields()) {
            if (effect.prints().has(field.key())) {
                gone--;
                boolean kept = effect.prints().isKept(field.key(), now);
                verdicts.compared(effect.id().mapping(), field.label(), kept, false);
                same &= kept;
                if (!kept) {
                    differ(effect, field.label(), now.containsKey(field.key()) ? "DIFFERENT" : "NOT STORED");
                }
            }
        }
        if (gone > 0) {
            differ(effect, "", "FIELD GONE");
            same = false;
        }
        roots.found(effect.id().toString(), same ? "kept" : "changed");
        return same;
    }

    private boolean compare(Effect effect, FieldDescription field, FieldValue sent, CrmRecord record, boolean isLeft) {
        Optional<Stored> expected = sent.value().map(value -> canon.stored(effect.to(), field, value));
        Optional<Object> found = record.value(field.key())
                .map(value -> canon.stored(effect.to(), field, value).value());
        boolean equal = expected.map(Stored::value).equals(found);
        boolean left = !equal && isLeft;
        boolean same = equal || left;
        boolean loss = left || expected.flatMap(Stored::loss).isPresent();
        verdicts.compared(effect.id().mapping(), field.label(), same, loss);
        if (!same) {
            differ(effect, field.label(), found.isPresent() ? "DIFFERENT" : "NOT STORED");
        }
        return same;
    }

    private void differ(Effect effect, String field, String kind) {
        String ref = effect.ref().map(Object::toString).orElse("");
        verdicts.differs(new Difference(effect.id().toString(), ref, field, kind));
    }
}
