package dev.crmmigration.engine.internal.rollback;

import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.Participant;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.internal.draft.Canon;
import dev.crmmigration.engine.internal.journal.Changes;
import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.journal.EffectState;
import dev.crmmigration.engine.internal.journal.Effects;
import dev.crmmigration.engine.internal.journal.Undoing;
import dev.crmmigration.engine.internal.run.WriteFactory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks at the destination before anything is taken back: which records of ours people have touched, and which of them
 * records that are not ours refer to.
 */
public final class Strangers {

    private final Effects effects;
    private final Undoing undoing;
    private final Changes changes;
    private final Canon canon;
    private final WriteFactory writes;
    private final RecordReader reader;

    private final boolean takeEdited;

    /** @param takeEdited whether records are taken back as well that people have edited or refer to */
    public Strangers(
            Effects effects,
            Undoing undoing,
            Changes changes,
            Canon canon,
            WriteFactory writes,
            RecordReader reader,
            boolean takeEdited) {
        this.effects = effects;
        this.undoing = undoing;
        this.changes = changes;
        this.takeEdited = takeEdited;
        this.canon = canon;
        this.writes = writes;
        this.reader = reader;
    }

    /** Marks what is to be kept. */
    public void look(Collection<ObjectType> objects) {
        undoing.beginUndo();
        if (takeEdited) {
            return;
        }
        for (ObjectType object : objects) {
            RecordReader.Pages pages = reader.scan(new ScanRequest.All(object));
            for (List<CrmRecord> page = pages.next(); !page.isEmpty(); page = pages.next()) {
                page.forEach(this::look);
            }
        }
        undoing.keepWhatIsReferredTo(objects);
        undoing.forgetChangesOfWhatIsAway(objects);
    }

    private void look(CrmRecord record) {
        Optional<Effect> ours = effects.byRef(record.ref()).filter(Strangers::isThere);
        if (ours.isEmpty()) {
            undoing.seesStranger(referredTo(record));
            return;
        }
        Effect effect = ours.get();
        undoing.sees(effect, referredTo(record));
        boolean isMade = undoing.isMade(effect);
        if ((isMade || undoing.isChanged(effect)) && isEdited(effect, record, isMade)) {
            undoing.keep(effect, "somebody has changed it");
        }
    }

    /** What people had edited before a delta changed the record does not keep that change from being taken back. */
    private boolean isEdited(Effect effect, CrmRecord record, boolean isMade) {
        return isMade
                ? undoing.isTouched(effect) || !isAsWeLeftIt(effect, record)
                : !isAsWeLeftIt(effect, record) && !isAsBefore(effect, record);
    }

    /** A rollback that was interrupted may have put it back already. */
    private boolean isAsBefore(Effect effect, CrmRecord record) {
        return changes.before(effect)
                .flatMap(Changes.Before::fields)
                .filter(fields ->
                        canon.image(new CrmRecord(record.ref(), fields)).equals(canon.image(record)))
                .isPresent();
    }

    private static boolean isThere(Effect effect) {
        return effect.isChange() && effect.state() != EffectState.DELETED;
    }

    /** A platform need not return what it has stored: then what we have sent must still be there. */
    private boolean isAsWeLeftIt(Effect effect, CrmRecord record) {
        if (effect.image().isPresent()) {
            return effect.image().get().equals(canon.image(record));
        }
        Optional<Map<String, FieldValue>> sent = writes.fields(effect);
        if (sent.isEmpty()) {
            Map<String, FieldValue> now = canon.of(record.ref().type(), record.fields());
            return now.keySet().stream()
                    .filter(effect.prints()::has)
                    .allMatch(key -> effect.prints().isKept(key, now));
        }
        return sent.isPresent()
                && print(record, sent.get(), sent.get().keySet())
                        .equals(print(record, record.fields(), sent.get().keySet()));
    }

    private String print(CrmRecord record, Map<String, FieldValue> fields, Set<String> keys) {
        return canon.fingerprint(record.ref().type(), fields, keys);
    }

    private List<Effect> referredTo(CrmRecord record) {
        return record.fields().values().stream()
                .flatMap(Strangers::references)
                .flatMap(ref -> effects.byRef(ref).stream())
                .filter(effect -> isThere(effect) && undoing.isMade(effect))
                .toList();
    }

    private static Stream<RecordRef> references(FieldValue value) {
        return value.value().stream()
                .flatMap(content -> content instanceof List<?> items
                        ? items.stream().flatMap(Strangers::reference)
                        : reference(content));
    }

    private static Stream<RecordRef> reference(Object content) {
        if (content instanceof RecordRef ref) {
            return Stream.of(ref);
        }
        return content instanceof Participant participant ? Stream.of(participant.record()) : Stream.empty();
    }
}
