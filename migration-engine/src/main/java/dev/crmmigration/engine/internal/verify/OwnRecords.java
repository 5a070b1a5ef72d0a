package dev.crmmigration.engine.internal.verify;

import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.internal.draft.ParentField;
import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.journal.Effects;
import dev.crmmigration.engine.internal.journal.Verdicts;
import dev.crmmigration.engine.internal.journal.WrittenParents;
import dev.crmmigration.engine.internal.run.WriteFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the records of an object back that are still to be verified, in the way that its platform has; others may be among
 * them.
 */
final class OwnRecords {

    private static final int CHUNK = 500;

    /** As many as the platforms take in one call, so that what an interruption leaves half done is little. */
    private static final int PARENTS = 100;

    private final ObjectDescription object;
    private final Effects effects;
    private final Verdicts verdicts;
    private final WriteFactory writes;
    private final RecordReader reader;

    OwnRecords(ObjectDescription object, Effects effects, Verdicts verdicts, WriteFactory writes, RecordReader reader) {
        this.object = object;
        this.effects = effects;
        this.verdicts = verdicts;
        this.writes = writes;
        this.reader = reader;
    }

    /** Tells whether there is a way. */
    boolean canBeRead() {
        return switch (object.traits().readBack()) {
            case PAGES, BY_IDS, BY_PARENT -> true;
            case NONE -> false;
        };
    }

    /** Gives every page, in no order. */
    void forEachPage(Consumer<List<CrmRecord>> action) {
        switch (object.traits().readBack()) {
            case PAGES -> pages(new ScanRequest.All(object.type()), action);
            case BY_IDS -> byIds(action);
            case BY_PARENT -> byParent(action);
            case NONE -> throw new IllegalStateException(object.type() + " cannot be read back");
        }
    }

    private void pages(ScanRequest request, Consumer<List<CrmRecord>> action) {
        RecordReader.Pages pages = reader.scan(request);
        for (List<CrmRecord> page = pages.next(); !page.isEmpty(); page = pages.next()) {
            action.accept(page);
        }
    }

    private void byIds(Consumer<List<CrmRecord>> action) {
        forEachOpen(chunk -> {
            List<String> ids = new ArrayList<>();
            chunk.forEach(effect -> effect.ref().map(RecordRef::id).ifPresent(ids::add));
            pages(new ScanRequest.ByIds(object.type(), ids), action);
        });
    }

    /** Every parent is asked about once, however many records hang on it. */
    private void byParent(Consumer<List<CrmRecord>> action) {
        WrittenParents parents = new WrittenParents(effects);
        parents.forget(object.type());
        forEachOpen(chunk -> verdicts.together(() -> chunk.forEach(effect -> writes.fields(effect)
                .flatMap(fields -> ParentField.parent(object, fields))
                .ifPresent(parent -> parents.add(effect, parent)))));
        WrittenParents.Chunk chunk = parents.after(object.type(), 0, PARENTS);
        while (!chunk.parents().isEmpty()) {
            pages(new ScanRequest.OfParents(object.type(), chunk.parents()), action);
            verdicts.unseen(chunk);
            chunk = parents.after(object.type(), chunk.last(), PARENTS);
        }
    }

    private void forEachOpen(Consumer<List<Effect>> action) {
        List<Effect> page = verdicts.open(object.type(), 0, CHUNK);
        while (!page.isEmpty()) {
            action.accept(page);
            page = verdicts.open(object.type(), page.get(page.size() - 1).number(), CHUNK);
        }
    }
}
