package dev.crmmigration.connector.nextcrm.app;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Finds campaigns that are about to be sent, or are being sent, now. */
final class ActiveCampaigns {

    private static final String TABLE = "crm_campaigns";

    private ActiveCampaigns() {}

    /**
     * Returns a sentence for each status under way that the plan has no answer for.
     *
     * @param isDecided tells whether it has one for a status
     */
    static List<String> undecided(Connection connection, String schema, Predicate<String> isDecided)
            throws SQLException {
        Relation campaigns = Relations.of(connection, schema).get(TABLE);
        if (campaigns == null || !campaigns.columns().keySet().containsAll(Set.of("status", "id"))) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query(campaigns.has("deletedAt")))) {
            while (row.next()) {
                String status = row.getString(1);
                if (!isDecided.test(status)) {
                    found.add(row.getLong(2) + " campaign(s) of NextCRM are " + status
                            + " now, which the plan has no answer for. Pause them in NextCRM, then run again; or answer"
                            + " the choice campaignsPaused with accepted, and approve the plan again");
                }
            }
        }
        return found;
    }

    private static String query(boolean hasMoment) {
        return "SELECT lower(t.status), count(*) FROM " + Names.quoted(TABLE)
                + " t WHERE lower(t.status) IN ('scheduled', 'sending')"
                + (hasMoment ? " AND t.\"deletedAt\" IS NULL" : "") + " GROUP BY 1 ORDER BY 1";
    }
}
