package dev.crmmigration.engine;

import java.time.Duration;
import java.util.List;

/**
 * How hard a migration is, from facts of its plan: A nothing in the way, B usual, C much to decide or to wait for, D a project
 * of its own.
 *
 * @param overall the mean of the lines, the harder one if it lies between two
 * @param lines object compatibility, field mapping clarity, timeline, API constraints, data volume
 * @param earliest how long run and verification take at least: what the budget of the account allows
 * @param latest how long they take if every call takes a second
 */
public record Grade(String overall, List<Line> lines, Duration earliest, Duration latest) {

    /** The grade of a plan of which nothing is known yet. */
    public static final Grade NONE = new Grade("", List.of(), Duration.ZERO, Duration.ZERO);

    /**
     * One side of it.
     *
     * @param grade {@code A} to {@code D}
     * @param reason the facts that it follows from
     */
    public record Line(String name, String grade, String reason) {}
}
