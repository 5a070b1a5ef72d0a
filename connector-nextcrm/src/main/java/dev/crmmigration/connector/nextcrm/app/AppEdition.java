package dev.crmmigration.connector.nextcrm.app;

import dev.crmmigration.api.source.SourceOutline;
import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.connector.nextcrm.files.FileStores;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The application's database as something to read. */
public final class AppEdition {

    private AppEdition() {}

    /**
     * Takes a snapshot and looks at the tables.
     *
     * @throws dev.crmmigration.api.error.ConfigurationException if this is no database of NextCRM, or may not be read
     */
    public static SourceSession open(DatabaseAccess access, AppOptions options, FileStores stores) {
        Database database = Database.open(access);
        try {
            return AppSession.of(database, options, stores);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Returns what the application holds whoever runs it. */
    public static SourceOutline outline() {
        return AppOutline.outline();
    }

    /**
     * Asks the database, as it is now, for campaigns that are scheduled or sending.
     *
     * @param isDecided tells whether there is an answer for a status
     * @return a sentence for each status without one
     */
    public static List<String> underWay(DatabaseAccess access, Predicate<String> isDecided) {
        try (Database database = Database.open(access)) {
            return database.readNow(
                    "looking at campaigns",
                    connection -> ActiveCampaigns.undecided(connection, access.schema(), isDecided));
        }
    }

    /** Returns the names of the objects that can be read. */
    public static List<String> objects() {
        TreeSet<String> names = new TreeSet<>();
        AppTables.ALL.forEach(table -> names.add(table.object()));
        return List.copyOf(names);
    }
}
