package dev.crmmigration.engine.internal.verify;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ReadBack;
import dev.crmmigration.api.destination.Presence;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.internal.draft.Canon;
import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.journal.EffectState;
import dev.crmmigration.engine.internal.journal.Effects;
import dev.crmmigration.engine.internal.journal.Verdicts;
import dev.crmmigration.engine.internal.run.WriteFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/**
 * Reads every record of ours back and compares every value that was written. What the platform makes of a
 * value is compared with what it was expected to make of it, so that only real differences show.
 */
public final class Verifier {

    private static final int FIRST = 100;

    private final Catalog account;
    private final WriteFactory writes;
    private final Canon canon;
    private final Effects effects;
    private final Verdicts verdicts;
    private final RecordReader reader;
    private final Map<String, FieldTally> fields = new TreeMap<>();
    private final List<Difference> differences = new ArrayList<>();

    public Verifier(Catalog account, WriteFactory writes, Canon canon, Effects effects, RecordReader reader) {
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

    /** How the values of one field compare. */
    public record FieldTally(String mapping, String field, long compared, long equal, long losses, long different) {
        FieldTally plus(boolean same, boolean loss) {
            return new FieldTally(
                    mapping,
                    field,
                    compared + 1,
                    equal + (same && !loss ? 1 : 0),
                    losses + (same && loss ? 1 : 0),
                    different + (same ? 0 : 1));
        }
    }

    /** A record that is missing or different. */
    public record Difference(String effect, String record, String field, String kind) {}

    public List<FieldTally> fields() {
        return List.copyOf(fields.values());
    }

    /** Returns the first hundred differences. */
    public List<Difference> differences() {
        return List.copyOf(differences);
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
        OwnRecords own = new OwnRecords(object, effects, writes, reader);
        if (!own.canBeRead()) {
            return new ObjectTally(type, way, records, 0, 0, 0, 0, records);
        }
        verdicts.beginVerification(type);
        own.forEachPage(page -> {
            verdicts.verified(compare(page));
            progress.accept(verdicts.count(type));
        });
        long hidden = askForUnseen(type);
        long equal = verdicts.count(type, true);
        long different = verdicts.count(type, false);
        return new ObjectTally(type, way, records, equal, different, records - equal - different - hidden, hidden, 0);
    }

    /** A record that no page has given may be gone, or only out of sight for the token's user. */
    private long askForUnseen(ObjectType type) {
        long hidden = 0;
        long after = 0;
        List<Effect> page = verdicts.unverified(type, after, FIRST);
        while (!page.isEmpty()) {
            for (Effect effect : page) {
                boolean outOfSight = reader.presence(effect.ref().orElseThrow()) == Presence.HIDDEN;
                hidden += outOfSight ? 1 : 0;
                differ(effect, "", outOfSight ? "NOT VISIBLE" : "MISSING");
            }
            after = page.get(page.size() - 1).number();
            page = verdicts.unverified(type, after, FIRST);
        }
        return hidden;
    }

    /** While a scan runs, a page may give a record again that has moved; it counts once. */
    private Map<Effect, Boolean> compare(List<CrmRecord> page) {
        Map<Effect, Boolean> found = new LinkedHashMap<>();
        for (CrmRecord record : page) {
            effects.byRef(record.ref())
                    .filter(effect -> effect.state() == EffectState.WRITTEN && !verdicts.has(effect))
                    .ifPresent(effect -> found.put(effect, compare(effect, record)));
        }
        return found;
    }

    private boolean compare(Effect effect, CrmRecord record) {
        Optional<Map<String, FieldValue>> fields = writes.fields(effect);
        if (fields.isEmpty()) {
            differ(effect, "", "THE PLAN HAS CHANGED SINCE");
            return false;
        }
        ObjectDescription object = account.object(effect.to()).orElseThrow();
        boolean same = true;
        for (Map.Entry<String, FieldValue> sent : fields.get().entrySet()) {
            Optional<FieldDescription> field = object.field(sent.getKey());
            if (field.isPresent()) {
                same &= compare(effect, field.get(), sent.getValue(), record);
            }
        }
        return same;
    }

    private boolean compare(Effect effect, FieldDescription field, FieldValue sent, CrmRecord record) {
        Optional<Stored> expected = sent.value().map(value -> canon.stored(effect.to(), field, value));
        Optional<Object> found = record.value(field.key())
                .map(value -> canon.stored(effect.to(), field, value).value());
        boolean same = expected.map(Stored::value).equals(found);
        boolean loss = expected.flatMap(Stored::loss).isPresent();
        String mapping = effect.id().mapping();
        fields.merge(
                mapping + "\n" + field.label(),
                new FieldTally(mapping, field.label(), 0, 0, 0, 0).plus(same, loss),
                (known, one) -> known.plus(same, loss));
        if (!same) {
            differ(effect, field.label(), found.isPresent() ? "DIFFERENT" : "NOT STORED");
        }
        return same;
    }

    private void differ(Effect effect, String field, String kind) {
        if (differences.size() < FIRST) {
            String ref = effect.ref().map(Object::toString).orElse("");
            differences.add(new Difference(effect.id().toString(), ref, field, kind));
        }
    }
}
