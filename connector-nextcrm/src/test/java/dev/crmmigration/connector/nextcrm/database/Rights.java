package dev.crmmigration.connector.nextcrm.database;

import static dev.crmmigration.connector.nextcrm.database.NextCrmSchema.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a user who may only read gets: every table but those with secrets, and of users all but the password. */
final class Rights {

    private static final Set<String> SECRET = Set.of(
            "ApiKeys",
            "ApiToken",
            "EmailAccount",
            "CalendarConnection",
            "account",
            "session",
            "verification",
            "systemServices",
            "Users");

    private Rights() {}

    static List<String> statements(String role) {
        List<String> statements = new ArrayList<>();
        statements.add("GRANT USAGE ON SCHEMA public TO " + role);
        for (String table : NextCrmSchema.tables()) {
            if (!SECRET.contains(table)) {
                statements.add("GRANT SELECT ON " + quoted(table) + " TO " + role);
            }
        }
        List<String> columns = Table.rows("schema").stream()
                .filter(row -> row.get(0).equals("Users") && !row.get(1).equals("password"))
                .map(row -> quoted(row.get(1)))
                .toList();
        statements.add("GRANT SELECT (" + String.join(", ", columns) + ") ON \"Users\" TO " + role);
        return statements;
    }
}
