package dev.crmmigration.engine.internal.journal;

import dev.crmmigration.engine.internal.report.Json;
import dev.crmmigration.engine.internal.store.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is to be sent: deepest first, then in the order of the source. Of strict objects one at a time, in the
 * order of the source and no other: the next one has its turn when all before it have an end. Used by one thread.
 */
public final class RunTurns implements Turns {

    private static final String OPEN = "state IN ('PENDING', 'READY', 'SENT', 'DOUBT')";

    private final Effects effects;
    private final Database database;
    private final List<String> strict;
    private final String places;
    private String inTheWay = OPEN;
    private @Nullable List<String> only;

    /** @param strict names of objects of the destination */
    public RunTurns(Effects effects, Collection<String> strict) {
        this.effects = effects;
        this.database = effects.database();
        this.strict = List.copyOf(strict);
        this.places = "(" + String.join(", ", Collections.nCopies(strict.size(), "?")) + ")";
        if (!strict.isEmpty()) {
            database.script("CREATE INDEX IF NOT EXISTS effect_strict ON effect(to_type, id) WHERE " + OPEN);
        }
    }

    @Override
    public void only(Collection<String> objects) {
        if (only == null) {
            database.script(
                    "CREATE INDEX IF NOT EXISTS effect_gate ON effect(to_type, depth DESC, id) WHERE state = 'READY'");
        }
        only = List.copyOf(objects);
    }

    private boolean mayGo(String type) {
        return only == null || only.contains(type);
    }

    @Override
    public List<Effect> ready(Instant now, int most) {
        List<Effect> ready = new ArrayList<>();
        for (String type : strict.stream().filter(this::mayGo).toList()) {
            ready.addAll(database.list(
                    Effects.COLUMNS + "WHERE id = (SELECT min(id) FROM effect WHERE to_type = ? AND " + inTheWay
                            + ") AND state = 'READY' AND not_before <= ?",
                    Effects.EFFECT,
                    type,
                    now.toEpochMilli()));
        }
        ready.addAll(only == null ? others(now, most) : others(only, now, most));
        inTheWay = OPEN;
        return ready.size() > most ? ready.subList(0, most) : ready;
    }

    private List<Effect> others(Instant now, int most) {
        return database.list(
                // Left to itself, SQLite sorts all that are ready to find the first
                Effects.COLUMNS
                        + "INDEXED BY effect_ready WHERE state = 'READY' AND not_before <= ? AND to_type NOT IN "
                        + places
                        + " ORDER BY depth DESC, id LIMIT ?",
                Effects.EFFECT,
                arguments(now.toEpochMilli(), strict, most));
    }

    /** Object by object: what may not go yet can be more than all the rest, and is deeper. */
    private List<Effect> others(List<String> objects, Instant now, int most) {
        List<Effect> ready = new ArrayList<>();
        for (String type : objects) {
            if (!strict.contains(type) && ready.size() < most) {
                ready.addAll(database.list(
                        Effects.COLUMNS + "INDEXED BY effect_gate WHERE state = 'READY' AND to_type = ?"
                                + " AND not_before <= ? ORDER BY depth DESC, id LIMIT ?",
                        Effects.EFFECT,
                        type,
                        now.toEpochMilli(),
                        most - ready.size()));
            }
        }
        return ready;
    }

    /** If those that are ready only wait for others that cannot be sent, these are passed over once. */
    @Override
    public Optional<Instant> next() {
        Optional<Instant> next = next(inTheWay);
        if (next.isEmpty() && !strict.isEmpty()) {
            inTheWay = OPEN + " AND state <> 'PENDING'";
            next = next(inTheWay);
        }
        return next;
    }

    private Optional<Instant> next(String before) {
        String gate = only == null ? "" : "to_type IN (SELECT value FROM json_each(?)) AND ";
        return database.first(
                "SELECT min(not_before) FROM effect WHERE state = 'READY' AND " + gate + "(to_type NOT IN " + places
                        + " OR id IN (SELECT min(id) FROM effect WHERE to_type IN " + places + " AND " + before
                        + " GROUP BY to_type)) HAVING count(*) > 0",
                row -> Instant.ofEpochMilli(row.getLong(1)),
                arguments(only == null ? null : Json.compact(Json.texts(only)), strict, strict.toArray()));
    }

    @Override
    public void holdWhatIsBlocked() {
        effects.holdWhatIsBlocked();
    }

    private static @Nullable Object[] arguments(@Nullable Object first, List<String> middle, Object... last) {
        List<Object> all = new ArrayList<>(middle);
        if (first != null) {
            all.add(0, first);
        }
        all.addAll(Arrays.asList(last));
        return all.toArray();
    }
}
