package dev.crmmigration.engine.internal.run;

import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ReadBack;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.internal.draft.ParentField;
import dev.crmmigration.engine.internal.journal.Effect;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads single records as they are now. */
public final class RecordsNow {

    private static final int CHUNK = 100;

    private final WriteFactory writes;
    private final RecordReader reader;

    public RecordsNow(WriteFactory writes, RecordReader reader) {
        this.writes = writes;
        this.reader = reader;
    }

    /** Tells whether the record of an effect can be read. */
    public boolean canBeRead(Effect effect) {
        return switch (writes.traits(effect.to()).readBack()) {
            case PAGES, BY_IDS -> true;
            case BY_PARENT -> parent(effect).isPresent();
            case NONE -> false;
        };
    }

    /** Returns the records of effects, all of one object, by ref; those that are not given are left out. */
    public Map<RecordRef, CrmRecord> of(Collection<Effect> effects) {
        Map<RecordRef, CrmRecord> records = new LinkedHashMap<>();
        List<Effect> left = List.copyOf(effects);
        for (int from = 0; from < left.size(); from += CHUNK) {
            read(left.subList(from, Math.min(left.size(), from + CHUNK)), records);
        }
        return records;
    }

    private void read(List<Effect> effects, Map<RecordRef, CrmRecord> records) {
        Set<RecordRef> wanted = new LinkedHashSet<>();
        effects.forEach(effect -> effect.ref().ifPresent(wanted::add));
        RecordReader.Pages pages = reader.scan(request(effects, wanted));
        for (List<CrmRecord> page = pages.next(); !page.isEmpty(); page = pages.next()) {
            page.stream()
                    .filter(record -> wanted.contains(record.ref()))
                    .forEach(record -> records.put(record.ref(), record));
        }
    }

    private ScanRequest request(List<Effect> effects, Set<RecordRef> wanted) {
        Effect one = effects.get(0);
        if (writes.traits(one.to()).readBack() == ReadBack.BY_PARENT) {
            return new ScanRequest.OfParents(
                    one.to(),
                    effects.stream()
                            .flatMap(effect -> parent(effect).stream())
                            .distinct()
                            .toList());
        }
        return new ScanRequest.ByIds(
                one.to(), wanted.stream().map(RecordRef::id).toList());
    }

    private Optional<RecordRef> parent(Effect effect) {
        Optional<ObjectDescription> object = writes.object(effect.to());
        return object.flatMap(known -> writes.fields(effect).flatMap(fields -> ParentField.parent(known, fields)));
    }
}
