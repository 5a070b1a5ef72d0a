package dev.crmmigration.engine.internal.verify;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.LastChange;
import dev.crmmigration.api.destination.Presence;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.Drift.ObjectDrift;
import dev.crmmigration.engine.internal.delta.Cause;
import dev.crmmigration.engine.internal.draft.Canon;
import dev.crmmigration.engine.internal.journal.Changes;
import dev.crmmigration.engine.internal.journal.Drifts;
import dev.crmmigration.engine.internal.journal.Drifts.Kind;
import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.journal.EffectState;
import dev.crmmigration.engine.internal.journal.Effects;
import dev.crmmigration.engine.internal.journal.Prints;
import dev.crmmigration.engine.internal.journal.Verdicts;
import dev.crmmigration.engine.internal.run.WriteFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/**
 * Reads every record of ours back and tells what became of it since it was left: as it was, edited, lost. Records that
 * others have made are counted where all are read.
 */
public final class DriftCheck {

    private static final int CHUNK = 500;

    private final Catalog account;
    private final DestinationSession destination;
    private final WriteFactory writes;
    private final Canon canon;
    private final Effects effects;
    private final Changes changes;
    private final Drifts drifts;
    private final Verdicts seen;
    private final RecordReader reader;
    private final Optional<Instant> since;
    private final Predicate<RecordRef> wasThere;

    /**
     * Makes a check against the account as it is now.
     *
     * @param since when everything was last known to be as it should be
     * @param wasThere tells whether a record was there before the migration
     */
    public DriftCheck(
            Catalog account,
            DestinationSession destination,
            WriteFactory writes,
            Effects effects,
            Changes changes,
            RecordReader reader,
            Optional<Instant> since,
            Predicate<RecordRef> wasThere) {
        this.account = account;
        this.destination = destination;
        this.writes = writes;
        this.canon = new Canon(destination, account);
        this.effects = effects;
        this.changes = changes;
        this.drifts = new Drifts(effects);
        this.seen = drifts.seen();
        this.reader = reader;
        this.since = since;
        this.wasThere = wasThere;
    }

    /**
     * Looks at one object.
     *
     * @param progress is told how many records of ours were seen
     */
    public ObjectDrift look(ObjectType type, LongConsumer progress) {
        Optional<ObjectDescription> object = account.object(type);
        long records = seen.countWritten(type);
        Optional<OwnRecords> own = object.map(known -> new OwnRecords(known, effects, seen, writes, reader))
                .filter(OwnRecords::canBeRead);
        String way = object.map(known -> known.traits().readBack().name()).orElse("NONE");
        if (own.isEmpty()) {
            return new ObjectDrift(type.name(), way, records, 0, 0, 0, 0, 0, 0, 0, records, 0);
        }
        if (!seen.isRead(type)) {
            long[] found = {seen.count(type)};
            own.get().forEachPage(page -> {
                seen.together(() -> page.forEach(record -> found[0] += look(type, record) ? 1 : 0));
                progress.accept(found[0]);
            });
            seen.read(type);
        }
        askForUngiven(type);
        return new ObjectDrift(
                type.name(),
                way,
                records,
                seen.count(type, Kind.AS_LEFT),
                seen.count(type, Kind.PEOPLE),
                seen.count(type, Kind.APPS),
                seen.count(type, Kind.OTHERS),
                seen.count(type, Kind.LOST),
                seen.count(type, Kind.MISSING),
                seen.count(type, Kind.HIDDEN),
                0,
                drifts.strangers(type));
    }

    private void askForUngiven(ObjectType type) {
        List<Effect> page = seen.ungiven(type, CHUNK);
        while (!page.isEmpty()) {
            for (Effect effect : page) {
                boolean outOfSight = reader.presence(effect.ref().orElseThrow()) == Presence.HIDDEN;
                Kind kind = outOfSight ? Kind.HIDDEN : Kind.MISSING;
                seen.together(() -> {
                    seen.found(effect, kind);
                    drifts.differs(effect, "", kind);
                });
            }
            page = seen.ungiven(type, CHUNK);
        }
    }

    /** Tells whether a record is ours and was not seen before. */
    private boolean look(ObjectType type, CrmRecord record) {
        Optional<Effect> ours = effects.byRef(record.ref());
        if (ours.isEmpty() && record.ref().type().equals(type) && !wasThere.test(record.ref())) {
            drifts.stranger(record.ref());
        }
        Optional<Effect> open = ours.filter(effect -> effect.state() == EffectState.WRITTEN && !seen.has(effect));
        open.ifPresent(effect -> seen.found(effect, compare(effect, record)));
        return open.isPresent();
    }

    private Kind compare(Effect effect, CrmRecord record) {
        ObjectDescription object = account.object(effect.to()).orElseThrow();
        Map<String, FieldValue> now = canon.of(effect.to(), record.fields());
        Map<String, FieldValue> wanted = writes.fields(effect).orElse(Map.of());
        Prints prints = Prints.of(canon.of(effect.to(), wanted));
        Optional<LastChange> change = destination.lastChange(record);
        Set<String> left = changes.left(effect);
        Kind worst = Kind.AS_LEFT;
        for (FieldDescription field : object.fields()) {
            if (!effect.prints().has(field.key())) {
                continue;
            }
            boolean isLeft = effect.prints().isKept(field.key(), now)
                    || (wanted.containsKey(field.key()) && prints.isKept(field.key(), now));
            Kind kind = isLeft
                    ? left(effect, field, wanted, left)
                    : kind(Cause.of(!now.containsKey(field.key()), change, since));
            drifts.value(effect.id().mapping(), field.label(), kind);
            if (!isLeft) {
                drifts.differs(effect, field.label(), kind);
                worst = worst == Kind.LOST ? worst : kind;
            }
        }
        return worst == Kind.AS_LEFT ? elsewhere(effect, record, change) : worst;
    }

    private Kind left(Effect effect, FieldDescription field, Map<String, FieldValue> wanted, Set<String> left) {
        FieldValue value = wanted.getOrDefault(field.key(), FieldValue.cleared());
        boolean isLoss = value.value()
                        .flatMap(sent -> canon.stored(effect.to(), field, sent).loss())
                        .isPresent()
                || left.contains(field.label());
        return isLoss ? Kind.DECLARED_LOSS : Kind.AS_LEFT;
    }

    /** Everything that we wrote is as it was left; people may have added to the record. */
    private Kind elsewhere(Effect effect, CrmRecord record, Optional<LastChange> change) {
        boolean isSame = effect.image().isEmpty() || effect.image().get().equals(canon.image(record));
        Cause cause = isSame ? Cause.NOBODY : Cause.of(false, change, since);
        if (cause == Cause.NOBODY) {
            return Kind.AS_LEFT;
        }
        drifts.differs(effect, "", kind(cause));
        return kind(cause);
    }

    private static Kind kind(Cause cause) {
        return switch (cause) {
            case PEOPLE -> Kind.PEOPLE;
            case APPS -> Kind.APPS;
            case OTHERS -> Kind.OTHERS;
            case NOBODY -> Kind.LOST;
        };
    }
}
