package dev.crmmigration.engine.internal.journal;

import dev.crmmigration.api.mapping.IfMissing;
import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.internal.store.Database;
import dev.crmmigration.engine.internal.store.Database.RowReader;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The effects that are owed and what became of them. Every read is a short page. */
public final class Effects {

    static final String COLUMNS = "SELECT id, mapping, source_type, source_id, part, to_type, origin_type,"
            + " origin_id, state, depth, attempts, sent_at, ref, image, prints FROM effect ";

    static final RowReader<Effect> EFFECT = row -> {
        ObjectType to = ObjectType.of(row.getString(6));
        long sentAt = row.getLong(12);
        String ref = row.getString(13);
        return new Effect(
                row.getLong(1),
                new EffectId(row.getString(2), RecordRef.of(row.getString(3), row.getString(4)), row.getString(5)),
                to,
                RecordRef.of(row.getString(7), row.getString(8)),
                EffectState.valueOf(row.getString(9)),
                row.getInt(10),
                row.getInt(11),
                sentAt == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(sentAt)),
                ref == null ? Optional.empty() : Optional.of(new RecordRef(to, ref)),
                Optional.ofNullable(row.getString(14)),
                Prints.decode(row.getBytes(15)));
    };

    private static final String LINKED = "SELECT id, state, to_type, ref FROM effect ";

    private static final RowReader<Linked> LINKED_ROW = row -> {
        String ref = row.getString(4);
        return new Linked(
                row.getLong(1),
                EffectState.valueOf(row.getString(2)),
                ref == null ? Optional.empty() : Optional.of(RecordRef.of(row.getString(3), ref)));
    };

    /** Why an attempt is held of which nobody knows whether it happened. */
    public static final String UNDECIDED = "IN_DOUBT";

    private final Database database;

    public Effects(Database database) {
        this.database = database;
        database.script(
                "CREATE TABLE IF NOT EXISTS effect(id INTEGER PRIMARY KEY, mapping TEXT NOT NULL, source_type TEXT NOT"
                        + " NULL, source_id TEXT NOT NULL, part TEXT NOT NULL, to_type TEXT NOT NULL, origin_type TEXT NOT"
                        + " NULL, origin_id TEXT NOT NULL, same_key TEXT, state TEXT NOT NULL, waits INTEGER NOT NULL"
                        + " DEFAULT 0, depth INTEGER NOT NULL DEFAULT 0, not_before INTEGER NOT NULL DEFAULT 0, attempts"
                        + " INTEGER NOT NULL DEFAULT 0, sent_at INTEGER, ticket TEXT, ref TEXT, image TEXT, reason TEXT,"
                        + " detail TEXT, carrier INTEGER, verdict TEXT, drift TEXT, undo TEXT, generation INTEGER NOT NULL DEFAULT 1, born"
                        + " INTEGER, changed INTEGER, gone TEXT, touched INTEGER NOT NULL DEFAULT 0, prints BLOB,"
                        + " sending BLOB)",
                "CREATE UNIQUE INDEX IF NOT EXISTS effect_id ON effect(mapping, source_type, source_id, part)",
                "CREATE INDEX IF NOT EXISTS effect_ready ON effect(depth DESC, id) WHERE state = 'READY'",
                "CREATE INDEX IF NOT EXISTS effect_state ON effect(state)",
                "CREATE INDEX IF NOT EXISTS effect_ref ON effect(to_type, ref)",
                "CREATE TABLE IF NOT EXISTS edge(child INTEGER NOT NULL, parent INTEGER NOT NULL, loose TEXT, cut INTEGER NOT"
                        + " NULL DEFAULT 0, PRIMARY KEY(child, parent)) WITHOUT ROWID",
                "CREATE INDEX IF NOT EXISTS edge_cut ON edge(child) WHERE cut = 1",
                "CREATE INDEX IF NOT EXISTS edge_parent ON edge(parent, cut, loose)");
    }

    Database database() {
        return database;
    }

    /** Returns attempts in doubt that may be asked about now. */
    public List<Effect> inDoubt(Instant now, int most) {
        return database.list(
                COLUMNS + "WHERE state = 'DOUBT' AND not_before <= ? ORDER BY id LIMIT ?",
                EFFECT,
                now.toEpochMilli(),
                most);
    }

    /** Returns when the next attempt in doubt may be asked about. */
    public Optional<Instant> nextInDoubt() {
        return database.first(
                "SELECT min(not_before) FROM effect WHERE state = 'DOUBT' HAVING count(*) > 0",
                row -> Instant.ofEpochMilli(row.getLong(1)));
    }

    /** Finds the effects that a mapping owes for one source, in order. */
    public List<Effect> of(String mapping, RecordRef source) {
        return database.list(
                COLUMNS + "WHERE mapping = ? AND source_type = ? AND source_id = ? ORDER BY id",
                EFFECT,
                mapping,
                source.type().name(),
                source.id());
    }

    public Optional<Effect> byNumber(long number) {
        return database.first(COLUMNS + "WHERE id = ?", EFFECT, number);
    }

    /** Returns the effect that carries a duplicate; the effect itself if it is none. */
    public Effect carrier(Effect effect) {
        if (effect.state() != EffectState.DUPLICATE) {
            return effect;
        }
        long carrier = database.number("SELECT carrier FROM effect WHERE id = ?", effect.number());
        return byNumber(carrier).orElseThrow();
    }

    /**
     * Finds the effect that a link means: the first of a mapping for one source, or the one that carries it. What was taken
     * away is not meant. Asked at every link, so it reads no more than it needs, and sorts the few it finds itself.
     */
    public Optional<Linked> linked(String mapping, RecordRef source) {
        return database
                .list(
                        LINKED + "WHERE mapping = ? AND source_type = ? AND source_id = ?",
                        LINKED_ROW,
                        mapping,
                        source.type().name(),
                        source.id())
                .stream()
                .min(Comparator.comparingLong(Linked::number))
                .filter(first -> first.state() != EffectState.DELETED)
                .map(this::carrier);
    }

    private Linked carrier(Linked effect) {
        return effect.state() == EffectState.DUPLICATE
                ? database.first(
                                LINKED + "WHERE id = (SELECT carrier FROM effect WHERE id = ?)",
                                LINKED_ROW,
                                effect.number())
                        .orElseThrow()
                : effect;
    }

    /**
     * Where a link leads.
     *
     * @param number of the effect that makes the record
     * @param ref the record, once it is there
     */
    public record Linked(long number, EffectState state, Optional<RecordRef> ref) {}

    /** Finds the effect whose record this is. */
    public Optional<Effect> byRef(RecordRef ref) {
        return database.first(
                COLUMNS + "WHERE to_type = ? AND ref = ?", EFFECT, ref.type().name(), ref.id());
    }

    /** Returns the effects in a state that follow a number, in order. */
    public List<Effect> page(EffectState state, long after, int most) {
        return database.list(
                COLUMNS + "WHERE state = ? AND id > ? ORDER BY id LIMIT ?", EFFECT, state.name(), after, most);
    }

    /**
     * Says that an effect is about to be sent, and what of it; durable before the first byte.
     *
     * @param now by the destination's clock
     */
    public void sent(Effect effect, Prints sending, Instant now) {
        database.update(
                "UPDATE effect SET state = 'SENT', attempts = attempts + 1, sent_at = coalesce(sent_at, ?), sending = ?"
                        + " WHERE id = ?",
                now.toEpochMilli(),
                sending.encode(),
                effect.number());
    }

    /** Returns what was sent of an effect that is under way. */
    public Prints sending(Effect effect) {
        return database.first(
                        "SELECT sending FROM effect WHERE id = ?",
                        row -> Prints.decode(row.getBytes(1)),
                        effect.number())
                .orElseThrow();
    }

    /** Records that the record of an effect was changed. */
    public void changed(Effect effect, Optional<String> image, Prints prints) {
        database.update(
                "UPDATE effect SET state = 'WRITTEN', changed = generation, image = ?, prints = ?, sending = NULL,"
                        + " sent_at = NULL, reason = NULL, detail = NULL WHERE id = ?",
                image.orElse(null),
                prints.encode(),
                effect.number());
    }

    /**
     * Records that nothing of an effect is to be written: what differs is left as people have made it. If it was sent before,
     * it has arrived, and people have edited the record since.
     */
    public void left(Effect effect, Prints prints) {
        database.update(
                "UPDATE effect SET state = 'WRITTEN', prints = ?, reason = NULL, detail = NULL, sending = NULL, changed ="
                        + " iif(sent_at IS NULL, changed, generation), image = iif(sent_at IS NULL, image, NULL), sent_at ="
                        + " NULL WHERE id = ?",
                prints.encode(),
                effect.number());
    }

    /** Records that an effect is at the destination; to be released in the same transaction. */
    public void written(Effect effect, RecordRef ref, Optional<String> image, Prints prints) {
        database.update(
                "UPDATE effect SET state = 'WRITTEN', ref = ?, image = ?, prints = ?, sending = NULL, born ="
                        + " coalesce(born, generation), reason = NULL, detail = NULL WHERE id = ?",
                ref.id(),
                image.orElse(null),
                prints.encode(),
                effect.number());
    }

    /**
     * Releases what waited for effects that are at the destination now. A child of a circle that is there already waits for
     * nothing but references that it gets later.
     */
    public void release(Collection<Long> written) {
        if (written.isEmpty()) {
            return;
        }
        String parents = written.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
        database.update(
                "UPDATE effect SET waits = waits - owed.parents FROM (SELECT edge.child AS child, count(*) AS parents"
                        + " FROM json_each(?) AS one CROSS JOIN edge ON edge.parent = one.value CROSS JOIN effect c"
                        + " ON c.id = edge.child WHERE edge.cut = 0 OR edge.loose = 'LATER' AND c.ref IS NOT NULL"
                        + " GROUP BY edge.child) AS owed WHERE effect.id = owed.child",
                parents);
        database.update(
                "UPDATE effect SET state = 'READY' WHERE state = 'PENDING' AND waits = 0 AND id IN (SELECT edge.child"
                        + " FROM json_each(?) AS one CROSS JOIN edge ON edge.parent = one.value)",
                parents);
        database.list(
                        "SELECT DISTINCT edge.child FROM json_each(?) AS one CROSS JOIN edge ON edge.child = one.value"
                                + " WHERE edge.cut = 1 AND edge.loose = 'LATER'",
                        row -> row.getLong(1),
                        parents)
                .forEach(this::later);
    }

    /** A record that was written without a reference, because that waited for it, is owed the reference by a second write. */
    private void later(long effect) {
        database.update(
                "UPDATE effect SET attempts = 0, sent_at = NULL, not_before = 0, waits = (SELECT count(*) FROM effect p"
                        + " WHERE p.ref IS NULL AND p.id IN (SELECT parent FROM edge WHERE child = ? AND cut = 1"
                        + " AND loose = 'LATER')) WHERE id = ?",
                effect,
                effect);
        database.update(
                "UPDATE effect SET state = CASE WHEN waits > 0 THEN 'PENDING' ELSE 'READY' END WHERE id = ?", effect);
    }

    /** Tells what is done about a reference that was cut because both wait for each other; empty if it was not. */
    public Optional<IfMissing> cut(Effect child, Linked parent) {
        return database.first(
                "SELECT loose FROM edge WHERE child = ? AND parent = ? AND cut = 1 AND loose IS NOT NULL",
                row -> IfMissing.valueOf(row.getString(1)),
                child.number(),
                parent.number());
    }

    /** Forgets what the records looked like that an effect refers to: the platform has changed them on its own. */
    public void forgetImagesOfParents(Effect effect) {
        database.update(
                "UPDATE effect SET image = NULL WHERE id IN (SELECT parent FROM edge WHERE child = ?)",
                effect.number());
    }

    /**
     * Puts back an effect that did not happen, not to be sent before a moment. Of a change nobody asks whether it did: that it
     * was sent is not forgotten.
     */
    public void again(Effect effect, Instant notBefore) {
        database.update(
                "UPDATE effect SET state = 'READY', sent_at = iif(ref IS NULL, NULL, sent_at), ticket = NULL, not_before = ?"
                        + " WHERE id = ?",
                notBefore.toEpochMilli(),
                effect.number());
    }

    /** Puts back an effect that was never sent: the attempt does not count. */
    public void notSent(Effect effect, Instant notBefore) {
        again(effect, notBefore);
        database.update("UPDATE effect SET attempts = attempts - 1 WHERE id = ?", effect.number());
    }

    /** Says that nobody knows what became of an attempt; that is not asked before a moment. */
    public void inDoubt(Effect effect, String cause, Optional<String> ticket, Instant askAt) {
        database.update(
                "UPDATE effect SET state = 'DOUBT', reason = ?, ticket = ?, not_before = ? WHERE id = ?",
                cause,
                ticket.orElse(null),
                askAt.toEpochMilli(),
                effect.number());
    }

    public void askAgain(Effect effect, Instant askAt) {
        database.update("UPDATE effect SET not_before = ? WHERE id = ?", askAt.toEpochMilli(), effect.number());
    }

    public Optional<String> ticket(Effect effect) {
        return database.first(
                "SELECT ticket FROM effect WHERE id = ? AND ticket IS NOT NULL",
                row -> row.getString(1),
                effect.number());
    }

    /** Ends an effect for now, with a reason for the reports and a detail for the workspace. */
    public void ended(Effect effect, EffectState state, String reason, String detail) {
        database.update(
                "UPDATE effect SET state = ?, reason = ?, detail = ? WHERE id = ?",
                state.name(),
                reason,
                detail,
                effect.number());
    }

    /**
     * Gives everything that waits another chance: a missing user may be there now. An attempt that nobody could decide
     * about is asked about again, but never simply sent again.
     */
    public void releaseHeld() {
        database.update("UPDATE effect SET state = 'DOUBT' WHERE state = 'HELD' AND reason = '" + UNDECIDED + "'");
        database.update("UPDATE effect SET state = CASE WHEN waits > 0 THEN 'PENDING' ELSE 'READY' END, not_before = 0"
                + " WHERE state = 'HELD'");
        database.update("UPDATE effect SET not_before = 0 WHERE state IN ('READY', 'DOUBT')");
    }

    /**
     * Says of attempts that an earlier process left behind that nobody knows what became of them. They may never have been
     * sent, so they do not count as tries of a record that the destination cannot take.
     */
    public void doubtWhatWasSent() {
        database.update("UPDATE effect SET state = 'DOUBT', reason = 'INTERRUPTED', attempts = attempts - 1"
                + " WHERE state = 'SENT'");
    }

    /** Holds what still waits when nothing can be sent any more; the reason lies with the records it waits for. */
    public void holdWhatIsBlocked() {
        database.update("UPDATE effect SET state = 'HELD', reason = 'BLOCKED',"
                + " detail = 'a record that it refers to waits or was refused' WHERE state = 'PENDING'");
    }

    /** Holds what still waits of one object, when nothing of it and of what it refers to can be sent any more. */
    public void holdWhatIsBlocked(ObjectType object) {
        database.update(
                "UPDATE effect SET state = 'HELD', reason = 'BLOCKED',"
                        + " detail = 'a record that it refers to waits or was refused' WHERE state = 'PENDING' AND to_type = ?",
                object.name());
    }

    /** Forgets everything, so that a migration that was rolled back can begin again. */
    public void forget() {
        database.script("DELETE FROM edge", "DELETE FROM effect");
    }

    /** Tells whether any record of ours is at the destination, or may be. */
    /** Calls the function with every record of the source that something at the destination was made of. */
    public void forEachWrittenOrigin(Consumer<RecordRef> origin) {
        database.list("SELECT DISTINCT origin_type, origin_id FROM effect WHERE ref IS NOT NULL", row -> {
            origin.accept(RecordRef.of(row.getString(1), row.getString(2)));
            return true;
        });
    }

    public boolean isAnythingWritten() {
        return database.number(
                        "SELECT EXISTS (SELECT 1 FROM effect WHERE ref IS NOT NULL OR state IN ('SENT', 'DOUBT'))")
                > 0;
    }

    public long count(EffectState state) {
        return database.number("SELECT count(*) FROM effect WHERE state = ?", state.name());
    }
}
