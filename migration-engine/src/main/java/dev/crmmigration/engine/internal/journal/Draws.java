package dev.crmmigration.engine.internal.journal;

import dev.crmmigration.engine.internal.store.Database;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Draws effects at random out of those whose records are there. */
public final class Draws {

    private static final String THERE = " FROM effect WHERE state = 'WRITTEN' AND ref IS NOT NULL";

    private final Effects effects;
    private final Database database;

    public Draws(Effects effects) {
        this.effects = effects;
        this.database = effects.database();
    }

    public long population() {
        return database.number("SELECT count(*)" + THERE);
    }

    /** Returns some effects, in the order of the source; all if there are no more. */
    public List<Effect> draw(int count, long seed) {
        List<Long> numbers =
                new ArrayList<>(database.list("SELECT id" + THERE + " ORDER BY id", row -> row.getLong(1)));
        Set<Long> drawn = new TreeSet<>();
        Random random = new Random(seed);
        for (int place = 0; place < Math.min(count, numbers.size()); place++) {
            Collections.swap(numbers, place, place + random.nextInt(numbers.size() - place));
            drawn.add(numbers.get(place));
        }
        return drawn.stream()
                .flatMap(number -> effects.byNumber(number).stream())
                .toList();
    }
}
