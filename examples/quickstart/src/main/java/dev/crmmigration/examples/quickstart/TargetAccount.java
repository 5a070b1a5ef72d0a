package dev.crmmigration.examples.quickstart;

import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.engine.MigrationBuilder;
import dev.crmmigration.engine.RunReport;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.examples.cli.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The Pipedrive account that the story is about: a simulated one, or a real one. */
interface TargetAccount extends AutoCloseable {

    /** Returns what the connector needs to reach it. */
    Settings settings();

    /** Gives the builder what the account needs beyond settings. */
    default void equip(MigrationBuilder builder) {}

    /** Tells what it is. */
    void introduce(Text text);

    /** Asks a person whether it may be written to. */
    default boolean mayBeWritten(Text text) {
        return true;
    }

    /** Keeps in mind how it is, to be compared with {@link #changes}. */
    default void remember() {}

    /** Has an admin add users; returns whether they are there now. */
    boolean addUsers(List<String> emails, Text text);

    /** Lets time go by. */
    default void letDaysPass(int days) {}

    /** Returns the folder of an export that is made now. */
    default Path exported(Path folder) throws IOException {
        return folder;
    }

    /** Edits a record as a colleague would who knows nothing of the migration. */
    default void editAsAColleague(Text text) {}

    /** Tells whether a delta did what the account expects, if it expects anything. */
    default boolean knowsDelta(RunReport delta) {
        return true;
    }

    /** Waits until a parked step can go on; returns whether it could. */
    boolean waitFor(StepResult parked, Text text);

    /** Tells what the account itself has counted. */
    default void audit(Text text, Verdict verdict) {}

    /** Returns how the account differs from when it was remembered, by its own books; empty if it does not. */
    default List<String> changes() {
        return List.of();
    }

    @Override
    default void close() {}
}
