package dev.crmmigration.connector.nextcrm.app;

/** Names of the database. All of NextCRM's have capitals or are words of SQL, so every one is quoted. */
final class Names {

    private Names() {}

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
