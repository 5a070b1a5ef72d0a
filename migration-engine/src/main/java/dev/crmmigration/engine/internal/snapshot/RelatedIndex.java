package dev.crmmigration.engine.internal.snapshot;

import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.internal.expression.RelatedRecords;
import dev.crmmigration.engine.internal.store.Database;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Finds the records that expressions relate to, by an index that is made once per relation and kept with the snapshot. */
public final class RelatedIndex implements RelatedRecords {

    private static final Expression OWN_ID = Expression.field(Expression.ID);

    private final Snapshot snapshot;
    private final Database database;
    private final BiFunction<Expression, CrmRecord, @Nullable String> keys;
    private final IdentityHashMap<Expression.Related, String> relations = new IdentityHashMap<>();

    /** @param keys gives the text of an expression over a record, {@code null} for no value */
    public RelatedIndex(Snapshot snapshot, BiFunction<Expression, CrmRecord, @Nullable String> keys) {
        this.snapshot = snapshot;
        this.database = snapshot.database();
        this.keys = keys;
    }

    @Override
    public List<CrmRecord> find(Expression.Related related, String key) {
        if (related.on().equals(OWN_ID)) {
            return snapshot.record(new RecordRef(related.object(), key)).stream()
                    .toList();
        }
        List<String> ids = database.list(
                "SELECT id FROM related WHERE relation = ? AND key = ?",
                row -> row.getString(1),
                relation(related),
                key);
        List<CrmRecord> records = new ArrayList<>();
        ids.forEach(id -> snapshot.record(new RecordRef(related.object(), id)).ifPresent(records::add));
        return records;
    }

    /** Returns the name of a relation that the index has; looked up once for each place that asks, as they ask often. */
    private String relation(Expression.Related related) {
        return relations.computeIfAbsent(related, place -> {
            String relation = place.object() + " on " + place.on();
            if (snapshot.meta("relation " + relation).isEmpty()) {
                build(place, relation);
            }
            return relation;
        });
    }

    private void build(Expression.Related related, String relation) {
        database.transaction(() -> {
            snapshot.forEach(related.object(), record -> {
                String key = keys.apply(related.on(), record);
                if (key != null && !key.isEmpty()) {
                    database.update(
                            "INSERT OR IGNORE INTO related(relation, key, id) VALUES(?, ?, ?)",
                            relation,
                            key,
                            record.ref().id());
                }
            });
            snapshot.meta("relation " + relation, "built");
        });
    }
}
