package dev.crmmigration.connector.nextcrm.app;

import dev.crmmigration.api.source.Automation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Campaigns of several mails: the one thing of the application that goes on by itself once it was started. */
final class CampaignSequences {

    /** One campaign, with its mails in their order. */
    private static final class Sequence {
        private String name = "";
        private String status = "";
        private Optional<String> start = Optional.empty();
        private Optional<String> lists = Optional.empty();
        private final List<String> mails = new ArrayList<>();
    }

    private CampaignSequences() {}

    /** Returns them by name; none if campaigns, their steps or their lists are not read. */
    static List<Automation> read(Connection connection, AppSchema schema) throws SQLException {
        Optional<AppTable> campaigns = schema.tables().stream()
                .filter(table -> table.object().equals("campaign"))
                .findFirst();
        if (campaigns.isEmpty()
                || !schema.objects().containsAll(List.of("campaignStep", "campaignAudience", "targetList"))) {
            return List.of();
        }
        Map<String, Sequence> sequences = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query(campaigns.get()))) {
            while (row.next()) {
                add(row, sequences);
            }
        }
        return sequences.values().stream()
                .filter(sequence -> sequence.mails.size() > 1)
                .map(CampaignSequences::automation)
                .toList();
    }

    private static String query(AppTable campaigns) {
        String gone = String.join(
                " OR ",
                campaigns.deleted().values().stream()
                        .map(one -> "(" + one + ") IS TRUE")
                        .toList());
        return "SELECT t.id::text, t.name, t.status, t.scheduled_at, s.delay_days, s.send_to, s.subject, (SELECT"
                + " string_agg(l.name, ', ' ORDER BY l.name) FROM \"CampaignToTargetLists\" a JOIN \"crm_TargetLists\" l"
                + " ON l.id = a.target_list_id WHERE a.campaign_id = t.id) FROM \"crm_campaigns\" t JOIN"
                + " \"crm_campaign_steps\" s ON s.campaign_id = t.id"
                + (gone.isEmpty() ? "" : " WHERE NOT (" + gone + ")")
                + " ORDER BY t.name, t.id, s.\"order\"";
    }

    private static void add(ResultSet row, Map<String, Sequence> sequences) throws SQLException {
        Sequence sequence = sequences.computeIfAbsent(row.getString(1), id -> new Sequence());
        sequence.name = Texts.line(text(row, 2));
        sequence.status = text(row, 3);
        LocalDateTime start = row.getObject(4, LocalDateTime.class);
        sequence.start = Optional.ofNullable(start).map(at -> "scheduled at " + at.toInstant(ZoneOffset.UTC));
        int delay = row.getInt(5);
        sequence.mails.add((delay > 0 ? "after " + delay + " day(s): " : "") + "send mail '" + Texts.line(text(row, 7))
                + "' to " + text(row, 6));
        sequence.lists = Optional.of(text(row, 8)).filter(names -> !names.isEmpty());
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("").strip();
    }

    private static Automation automation(Sequence sequence) {
        return new Automation(
                sequence.name.isEmpty() ? "campaign without a name" : sequence.name,
                "sequence",
                sequence.status,
                Optional.of(sequence.start.orElse("started by hand")),
                Optional.of(sequence.lists.map(names -> "on the list " + names).orElse("none")),
                Optional.of(String.join("; ", sequence.mails)));
    }

    /** Returns the line that stands for a sequence. */
    static String line(Automation sequence) {
        return "campaign '" + sequence.name() + "' (" + sequence.status() + "): "
                + sequence.trigger().orElse("") + "; " + sequence.conditions().orElse("") + "; "
                + sequence.actions().orElse("");
    }
}
