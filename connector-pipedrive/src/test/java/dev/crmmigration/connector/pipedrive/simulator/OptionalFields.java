package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Members that are worked out when they are asked for: how much belongs to a record, and its neighbouring activities. */
final class OptionalFields {

    private static final Map<String, String> LINKS =
            Map.of("deals", "deal_id", "persons", "person_id", "organizations", "org_id");
    private static final List<String> COUNTS = List.of(
            "email_messages_count",
            "activities_count",
            "done_activities_count",
            "undone_activities_count",
            "files_count",
            "notes_count",
            "followers_count");
    private static final List<String> DEAL_COUNTS = List.of(
            "open_deals_count",
            "related_open_deals_count",
            "closed_deals_count",
            "related_closed_deals_count",
            "won_deals_count",
            "related_won_deals_count",
            "lost_deals_count",
            "related_lost_deals_count");
    private static final Map<String, Set<String>> OF = Map.of(
            "deals",
            all("first_won_time", "products_count", "participants_count", "source_lead_id"),
            "persons",
            all(
                    "participant_open_deals_count",
                    "participant_closed_deals_count",
                    "marketing_status",
                    "doi_status",
                    "deals"),
            "organizations",
            all("people_count", "deals"));

    private final Account account;

    OptionalFields(Account account) {
        this.account = account;
    }

    private static Set<String> all(String... more) {
        Set<String> names = new TreeSet<>(COUNTS);
        names.addAll(List.of(
                "next_activity_id",
                "last_activity_id",
                "last_incoming_mail_time",
                "last_outgoing_mail_time",
                "smart_bcc_email"));
        names.addAll(List.of(more));
        if (names.remove("deals")) {
            names.addAll(DEAL_COUNTS);
        }
        return names;
    }

    /** Returns the names that {@code include_fields} of an object may have. */
    static Set<String> of(String object) {
        return OF.getOrDefault(object, Set.of());
    }

    /** Adds to a document of v1 the counts that v1 shows always. */
    void addCounts(ObjectNode shown, String object, long id) {
        add(shown, object, id, COUNTS);
        if (!object.equals("deals")) {
            add(shown, object, id, DEAL_COUNTS);
        }
        NeighbourActivities next = new NeighbourActivities(account, LINKS.getOrDefault(object, ""), id);
        shown.put("next_activity_date", next.date("next"));
        shown.put("next_activity_time", next.time("next"));
        shown.put("next_activity_id", next.id("next"));
        shown.put("last_activity_id", next.id("last"));
        shown.put("last_activity_date", next.date("last"));
        shown.putNull("last_incoming_mail_time").putNull("last_outgoing_mail_time");
    }

    /** Adds the members of these names. */
    void add(ObjectNode record, String object, long id, Collection<String> names) {
        for (String name : names) {
            add(record, object, id, name);
        }
    }

    private void add(ObjectNode record, String object, long id, String name) {
        String link = LINKS.getOrDefault(object, "");
        switch (name) {
            case "activities_count" -> record.put(name, count("activities", link, id));
            case "done_activities_count" -> record.put(name, done(link, id));
            case "undone_activities_count" -> record.put(name, count("activities", link, id) - done(link, id));
            case "notes_count" -> record.put(name, count("notes", link, id));
            case "files_count" -> record.put(name, count("files", link, id));
            case "followers_count" ->
                record.put(name, Followers.of(account, object + "/" + id).size());
            case "products_count" -> record.put(name, count("dealProducts", link, id));
            case "participants_count" -> record.put(name, count("participants", link, id));
            case "people_count" -> record.put(name, count("persons", link, id));
            case "next_activity_id", "last_activity_id" ->
                record.put(name, new NeighbourActivities(account, link, id).id(name.substring(0, 4)));
            case "first_won_time" -> record.set(name, record.path("won_time"));
            case "smart_bcc_email" -> record.put(name, "acme+" + link.replace("_id", id + "@pipedrivemail.example"));
            case "source_lead_id", "marketing_status" -> keep(record, name);
            case "email_messages_count" -> record.put(name, 0);
            default -> addDeals(record, link, id, name);
        }
    }

    private static void keep(ObjectNode record, String name) {
        if (!record.has(name)) {
            record.putNull(name);
        }
    }

    private int count(String object, String link, long id) {
        Table table = account.tables().stream()
                .filter(one -> one.name().equals(object))
                .findFirst()
                .orElse(null);
        return table == null || !table.keyNames().contains(link)
                ? 0
                : table.withKey(link, id).size();
    }

    private int done(String link, long id) {
        Table table = account.table("activities");
        int done = 0;
        IdList ids = table.withKey(link, id);
        for (int i = 0; i < ids.size(); i++) {
            Row row = table.find(ids.get(i));
            done += row != null && row.key(table.keyPosition("done")) == 1 ? 1 : 0;
        }
        return done;
    }

    /** Counts deals by their status; what nobody can have in the simulator is null. */
    private void addDeals(ObjectNode record, String link, long id, String name) {
        if (!name.endsWith("_deals_count")) {
            record.putNull(name);
            return;
        }
        if (name.startsWith("related_")) {
            record.put(name, 0);
            return;
        }
        Table deals = account.table("deals");
        boolean participates = name.startsWith("participant_");
        IdList ids = participates ? IdList.of(Participants.dealsOf(account, id)) : deals.withKey(link, id);
        int count = 0;
        for (int i = 0; i < ids.size(); i++) {
            Row row = deals.findLive(ids.get(i));
            long status = row == null ? 0 : row.key(deals.keyPosition("status"));
            boolean isOpen = status == Row.key("open");
            boolean fits = name.contains("closed")
                    ? !isOpen
                    : status == Row.key(name.replaceAll("^participant_|_deals_count$", ""));
            boolean own = row != null && deals.keyNames().contains(link) && row.key(deals.keyPosition(link)) == id;
            count += row != null && fits && !(participates && own) ? 1 : 0;
        }
        record.put(name, count);
    }
}
