package dev.crmmigration.engine.internal.rollback;

import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.RollbackReport;
import dev.crmmigration.engine.internal.draft.Canon;
import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.journal.EffectState;
import dev.crmmigration.engine.internal.journal.Effects;
import dev.crmmigration.engine.internal.prepare.BeforeImage;
import dev.crmmigration.engine.internal.prepare.SchemaReceipts.Receipt;
import dev.crmmigration.engine.internal.value.Root;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares the destination after a rollback with its image before. Every record that was there has its hash, or others
 * have changed it; every record that was not there is ours and gone, or others have made it; the rest is residue.
 */
public final class Proof {

    private static final int FIRST = 100;

    private final BeforeImage before;
    private final List<String> changedByOthers = new ArrayList<>();
    private final List<String> newByOthers = new ArrayList<>();
    private final List<String> residue = new ArrayList<>();
    private final List<RollbackReport.Root> roots = new ArrayList<>();
    private long unchanged;
    private long seenBefore;

    public Proof(BeforeImage before) {
        this.before = before;
    }

    public long unchanged() {
        return unchanged;
    }

    public List<String> changedByOthers() {
        return List.copyOf(changedByOthers);
    }

    public List<String> newByOthers() {
        return List.copyOf(newByOthers);
    }

    public List<String> residue() {
        return List.copyOf(residue);
    }

    /** Returns one hash for all records of an object as they were, and one for them as they are. */
    public List<RollbackReport.Root> roots() {
        return List.copyOf(roots);
    }

    /** Looks at every record that is there now. */
    public void look(Canon canon, RecordReader reader, Collection<ObjectType> objects, Effects effects) {
        for (ObjectType object : objects) {
            Root now = Root.empty();
            RecordReader.Pages pages = reader.scan(new ScanRequest.All(object));
            for (List<CrmRecord> page = pages.next(); !page.isEmpty(); page = pages.next()) {
                page.forEach(record -> now.add(record.ref().id(), look(record, canon, effects)));
            }
            roots.add(new RollbackReport.Root(object.name(), before.root(object).toString(), now.toString()));
        }
        long there =
                before.counts().values().stream().mapToLong(Long::longValue).sum();
        if (seenBefore < there) {
            add(changedByOthers, (there - seenBefore) + " record(s) that were there before are gone");
        }
    }

    private String look(CrmRecord record, Canon canon, Effects effects) {
        String now = canon.image(record);
        Optional<String> image = before.image(record.ref());
        Optional<Effect> ours = effects.byRef(record.ref())
                .filter(effect -> effect.isChange() && effect.state() != EffectState.DELETED);
        if (image.isPresent()) {
            seenBefore++;
            if (image.get().equals(now)) {
                unchanged++;
            } else {
                add(changedByOthers, record.ref().toString());
            }
        } else if (ours.isPresent()) {
            add(residue, record.ref().toString());
        } else {
            add(newByOthers, record.ref().toString());
        }
        return now;
    }

    /** Looks at the keys of the schema that is there now. */
    public void schema(Set<String> keys, List<Receipt> receipts) {
        Set<String> keysBefore = before.keys();
        List<String> ours =
                receipts.stream().map(receipt -> receipt.receipt().key()).toList();
        for (String key : keys) {
            if (!keysBefore.contains(key)) {
                add(ours.contains(key) ? residue : newByOthers, "schema " + key);
            }
        }
        keysBefore.stream().filter(key -> !keys.contains(key)).forEach(key -> add(changedByOthers, "schema " + key));
    }

    /** Lists the first hundred; residue beyond them still counts as residue. */
    private static void add(List<String> list, String what) {
        if (list.size() < FIRST) {
            list.add(what);
        }
    }
}
