package dev.crmmigration.engine.internal.survey;

import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.internal.draft.Canon;
import dev.crmmigration.engine.internal.draft.ParentField;
import dev.crmmigration.engine.internal.journal.Changes;
import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.journal.Effects;
import dev.crmmigration.engine.internal.journal.Prints;
import dev.crmmigration.engine.internal.run.WriteFactory;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How the records stand at the destination that are to be changed or taken away: whether people have edited them since. */
public final class Standing {

    private static final int CHUNK = 100;

    private final Effects effects;
    private final Changes changes;
    private final Canon canon;
    private final RecordReader reader;
    private final WriteFactory writes;

    public Standing(Effects effects, Changes changes, Canon canon, RecordReader reader, WriteFactory writes) {
        this.writes = writes;
        this.effects = effects;
        this.changes = changes;
        this.canon = canon;
        this.reader = reader;
    }

    /** Takes note of a record of any kind. */
    public void see(CrmRecord record) {
        effects.byRef(record.ref()).ifPresent(effect -> see(effect, record));
    }

    private void see(Effect effect, CrmRecord record) {
        boolean differs = effect.image().isPresent()
                ? !effect.image().get().equals(canon.image(record))
                : !areKept(effect, record);
        boolean isOurs = differs && isOurs(effect, record);
        if (differs && !isOurs) {
            changes.touched(effect);
        }
        if (isOurs) {
            changes.asBefore(effect);
        } else if (changes.isOwed(effect)) {
            changes.before(effect, record.fields());
        }
    }

    /**
     * A change that was sent before may have arrived, although nobody told us: what differs is then what it says. It is sent
     * once more, and what the record was before stays known.
     */
    private boolean isOurs(Effect effect, CrmRecord record) {
        Optional<Map<String, FieldValue>> sent = effect.sentAt().isPresent() ? writes.fields(effect) : Optional.empty();
        if (sent.isEmpty()) {
            return false;
        }
        Prints wanted = Prints.of(canon.of(effect.to(), sent.get()));
        Map<String, FieldValue> now = canon.of(effect.to(), record.fields());
        return Stream.concat(record.fields().keySet().stream(), sent.get().keySet().stream())
                .filter(key -> effect.prints().has(key) || wanted.has(key))
                .allMatch(key -> effect.prints().isKept(key, now) || wanted.isKept(key, now));
    }

    /** A platform need not return what it has stored: then what was sent must still be there. */
    private boolean areKept(Effect effect, CrmRecord record) {
        Map<String, FieldValue> now = canon.of(effect.to(), record.fields());
        return record.fields().keySet().stream()
                .filter(effect.prints()::has)
                .allMatch(key -> effect.prints().isKept(key, now));
    }

    /** Reads those records of an object that are to be changed and that no page has shown. */
    public void readOthers(ObjectDescription object) {
        ObjectType type = object.type();
        long after = 0;
        List<Effect> chunk = changes.unread(type, after, CHUNK);
        while (!chunk.isEmpty()) {
            read(object, chunk);
            after = chunk.get(chunk.size() - 1).number();
            chunk = changes.unread(type, after, CHUNK);
        }
    }

    private void read(ObjectDescription object, List<Effect> chunk) {
        switch (object.traits().readBack()) {
            case PAGES -> {}
            case BY_IDS -> scan(new ScanRequest.ByIds(object.type(), ids(chunk)));
            case BY_PARENT -> byParent(object, chunk);
            case NONE -> chunk.forEach(changes::unreadable);
        }
        chunk.forEach(changes::missing);
    }

    /** A record of which it cannot be said now where it hangs cannot be looked for. */
    private void byParent(ObjectDescription object, List<Effect> chunk) {
        Set<RecordRef> parents = new LinkedHashSet<>();
        for (Effect effect : chunk) {
            writes.fields(effect)
                    .flatMap(fields -> ParentField.parent(object, fields))
                    .ifPresentOrElse(parents::add, () -> changes.unreadable(effect));
        }
        if (!parents.isEmpty()) {
            scan(new ScanRequest.OfParents(object.type(), List.copyOf(parents)));
        }
    }

    private void scan(ScanRequest request) {
        RecordReader.Pages pages = reader.scan(request);
        for (List<CrmRecord> page = pages.next(); !page.isEmpty(); page = pages.next()) {
            page.forEach(this::see);
        }
    }

    private static List<String> ids(List<Effect> chunk) {
        return chunk.stream()
                .flatMap(effect -> effect.ref().stream())
                .map(RecordRef::id)
                .toList();
    }
}
