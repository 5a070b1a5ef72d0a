package dev.crmmigration.engine.internal.rollback;

import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.Participant;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.internal.draft.Canon;
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
    private final Canon canon;
    private final WriteFactory writes;
    private final RecordReader reader;

    public Strangers(Effects effects, Canon canon, WriteFactory writes, RecordReader reader) {
        this.effects = effects;
        this.undoing = new Undoing(effects);
        this.canon = canon;
        this.writes = writes;
        this.reader = reader;
    }

    /** Marks what is to be kept. */
    public void look(Collection<ObjectType> objects) {
        undoing.beginUndo();
        for (ObjectType object : objects) {
            RecordReader.Pages pages = reader.scan(new ScanRequest.All(object));
            for (List<CrmRecord> page = pages.next(); !page.isEmpty(); page = pages.next()) {
                page.forEach(this::look);
            }
        }
        undoing.keepWhatKeptOnesNeed();
    }

    private void look(CrmRecord record) {
        Optional<Effect> ours = effects.byRef(record.ref()).filter(effect -> effect.state() == EffectState.WRITTEN);
        if (ours.isEmpty()) {
            stranger(record);
        } else if (!isAsWeLeftIt(ours.get(), record)) {
            undoing.keep(ours.get(), "somebody has changed it");
        }
    }

    /** A platform need not return what it has stored: then what we have sent must still be there. */
    private boolean isAsWeLeftIt(Effect effect, CrmRecord record) {
        if (effect.image().isPresent()) {
            return effect.image().get().equals(canon.image(record));
        }
        Optional<Map<String, FieldValue>> sent = writes.fields(effect);
        return sent.isPresent()
                && print(record, sent.get(), sent.get().keySet())
                        .equals(print(record, record.fields(), sent.get().keySet()));
    }

    private String print(CrmRecord record, Map<String, FieldValue> fields, Set<String> keys) {
        return canon.fingerprint(record.ref().type(), fields, keys);
    }

    private void stranger(CrmRecord record) {
        record.fields().values().stream()
                .flatMap(Strangers::references)
                .flatMap(ref -> effects.byRef(ref).stream())
                .filter(effect -> effect.state() == EffectState.WRITTEN)
                .forEach(effect -> undoing.keep(effect, "a record that is not ours refers to it"));
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
