package dev.crmmigration.connector.kartra;

import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import java.util.List;

/**
 * Finds out what rows of one object say about one another. Sees all of them before any becomes a record:
 *
 * <ol>
 *   <li>{@link #see} every row, then {@link #endFirstLook},
 *   <li>if that asks for a second look, {@link #seeAgain} every row,
 *   <li>{@link #decide},
 *   <li>{@link #complete} any row, any number of times.
 * </ol>
 *
 * <p>Not thread-safe.
 */
interface RowRelations {

    /** For rows that stand alone. */
    RowRelations NONE = row -> {};

    void see(Row row);

    /** Says whether all rows have to be seen again. */
    default boolean endFirstLook() {
        return false;
    }

    default void seeAgain(Row row) {}

    default void decide() {}

    /** Tells whether a row is the one of its id that counts. */
    default boolean counts(Row row) {
        return true;
    }

    /** Puts what was found out into a row. */
    default void complete(Row row) {}

    /** Returns the records of another object that the rows told of. */
    default List<CrmRecord> folded(ObjectType type) {
        return List.of();
    }

    /** Returns sentences about what could not be found out. */
    default List<String> gaps() {
        return List.of();
    }
}
