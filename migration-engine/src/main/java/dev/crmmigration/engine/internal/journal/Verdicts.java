package dev.crmmigration.engine.internal.journal;

import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.internal.store.Database;
import java.util.List;
import java.util.Map;

/** What the verification found of every effect that was written. */
public final class Verdicts {

    private final Database database;

    public Verdicts(Effects effects) {
        this.database = effects.database();
    }

    public long countWritten(ObjectType type) {
        return database.number("SELECT count(*) FROM effect WHERE to_type = ? AND state = 'WRITTEN'", type.name());
    }

    /** Forgets what an earlier verification found. */
    public void beginVerification(ObjectType type) {
        database.update("UPDATE effect SET verdict = NULL WHERE to_type = ?", type.name());
    }

    /** Records what the verification found of some effects: whether they are as they should be. */
    public void verified(Map<Effect, Boolean> verdicts) {
        database.transaction(() -> verdicts.forEach((effect, same) ->
                database.update("UPDATE effect SET verdict = ? WHERE id = ?", word(same), effect.number())));
    }

    private static String word(boolean same) {
        return same ? "EQUAL" : "DIFFERENT";
    }

    /** Tells whether the verification has seen the record of an effect. */
    public boolean has(Effect effect) {
        return database.number("SELECT count(*) FROM effect WHERE id = ? AND verdict IS NOT NULL", effect.number()) > 0;
    }

    /** Counts what the verification has seen. */
    public long count(ObjectType type) {
        return database.number(
                "SELECT count(*) FROM effect WHERE to_type = ? AND state = 'WRITTEN' AND verdict IS NOT NULL",
                type.name());
    }

    /** Counts what the verification has found to be as it should be, or not. */
    public long count(ObjectType type, boolean same) {
        return database.number(
                "SELECT count(*) FROM effect WHERE to_type = ? AND state = 'WRITTEN' AND verdict = ?",
                type.name(),
                word(same));
    }

    /** Returns effects that should be at the destination and that the verification has not seen. */
    public List<Effect> unverified(ObjectType type, long after, int most) {
        return database.list(
                Effects.COLUMNS + "WHERE to_type = ? AND state = 'WRITTEN' AND verdict IS NULL AND id > ?"
                        + " ORDER BY id LIMIT ?",
                Effects.EFFECT,
                type.name(),
                after,
                most);
    }
}
