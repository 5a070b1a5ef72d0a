package dev.crmmigration.engine.internal.journal;

import dev.crmmigration.engine.internal.store.Database;
import java.util.List;
import java.util.Optional;

/** What a repair changes in the books. */
public final class Mending {

    private final Database database;

    public Mending(Effects effects) {
        this.database = effects.database();
    }

    /** Records what was written of a record, and what it looks like now. The delta that wrote it last stays the same. */
    public void written(Effect effect, Prints prints, Optional<String> image) {
        database.update(
                "UPDATE effect SET prints = ?, image = ? WHERE id = ?",
                prints.encode(),
                image.orElse(null),
                effect.number());
    }

    /** Records that an edit counts from now on as what was left there. */
    public void left(Effect effect, Prints prints) {
        database.update("UPDATE effect SET prints = ? WHERE id = ?", prints.encode(), effect.number());
    }

    /** Says that what waits or was refused is to be tried again. */
    public void again(Effect effect) {
        database.update(
                "UPDATE effect SET state = CASE WHEN reason = '" + Effects.UNDECIDED
                        + "' THEN 'DOUBT' WHEN waits > 0 THEN"
                        + " 'PENDING' ELSE 'READY' END, not_before = 0, attempts = 0 WHERE id = ?",
                effect.number());
    }

    /** Says that records are missing and are to be made anew; what refers to them waits for them if it is to be made anew. */
    public void recreate(List<Effect> effects) {
        database.transaction(() -> {
            for (Effect effect : effects) {
                database.update(
                        "UPDATE effect SET ref = NULL, image = NULL, prints = NULL, state = 'READY', not_before = 0,"
                                + " attempts = 0, sent_at = NULL, touched = 0 WHERE id = ?",
                        effect.number());
            }
            for (Effect effect : effects) {
                database.update(
                        "UPDATE effect SET waits = (SELECT count(*) FROM edge JOIN effect p ON p.id = edge.parent"
                                + " WHERE edge.child = effect.id AND p.ref IS NULL AND (edge.cut = 0 OR (edge.loose = 'LATER'"
                                + " AND effect.ref IS NOT NULL))) WHERE id = ? OR id IN (SELECT child FROM edge WHERE parent"
                                + " = ?)",
                        effect.number(),
                        effect.number());
            }
            database.update("UPDATE effect SET state = 'PENDING' WHERE state = 'READY' AND waits > 0");
        });
    }

    /** Returns why an effect waits or was refused. */
    public String reason(Effect effect) {
        return database.first(
                        "SELECT reason FROM effect WHERE id = ? AND reason IS NOT NULL",
                        row -> row.getString(1),
                        effect.number())
                .orElse("");
    }
}
