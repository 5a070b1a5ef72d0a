package dev.crmmigration.connector.nextcrm.app;

import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.connector.nextcrm.files.FileStores;
import java.util.List;
import java.util.TreeSet;

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

    /** Returns the names of the objects that can be read. */
    public static List<String> objects() {
        TreeSet<String> names = new TreeSet<>();
        AppTables.ALL.forEach(table -> names.add(table.object()));
        return List.copyOf(names);
    }
}
