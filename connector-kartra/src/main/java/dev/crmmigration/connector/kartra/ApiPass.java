package dev.crmmigration.connector.kartra;

import dev.crmmigration.connector.kartra.api.Held;
import dev.crmmigration.connector.kartra.api.KartraApi;
import dev.crmmigration.connector.kartra.api.Lead;
import dev.crmmigration.connector.kartra.api.LeadAnswer;
import dev.crmmigration.connector.kartra.api.LeadKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts into the rows of contacts what the API knows and the export lacks. Nothing that the export says is replaced, but for lists that a
 * contact left: the export cannot tell those from the others.
 */
final class ApiPass {

    private static final String TAGS = "tags";
    private static final String LISTS = "lists";
    private static final String ADDITION = "api-added";

    /** The fields that the export has as well. */
    static final Set<String> JOINED = Set.of(TAGS, LISTS, Contacts.SEQUENCES);

    private static final String LEFT_LISTS = "lists_unsubscribed";
    private static final String POSITIONS = "sequence_positions";
    private static final String MEMBERSHIPS = "memberships";
    private static final String ENDED_MEMBERSHIPS = "memberships_ended";

    /** The fields that only the API has. */
    static final List<String> ADDED = List.of(LEFT_LISTS, POSITIONS, MEMBERSHIPS, ENDED_MEMBERSHIPS);

    private final KartraApi api;

    ApiPass(KartraApi api) {
        this.api = api;
    }

    /** Completes rows; a contact that the API does not know stays as the export says, with a remark. */
    void complete(List<Row> rows) {
        List<LeadAnswer> answers = api.leads(rows.stream().map(ApiPass::key).toList());
        for (int i = 0; i < rows.size(); i++) {
            complete(rows.get(i), answers.get(i));
        }
    }

    private static LeadKey key(Row row) {
        String id = row.text("lead_id");
        return id != null ? LeadKey.id(id) : LeadKey.email(row.id());
    }

    private static void complete(Row row, LeadAnswer answer) {
        Lead lead = answer.lead();
        String column = row.text("lead_id") != null ? "lead_id" : "email";
        if (lead == null) {
            row.repaired(column, answer.problem(), row.id());
        } else if (!isSame(row, lead)) {
            row.repaired(column, "api-other-contact", row.id());
        } else {
            if (lead.isDeleted()) {
                row.repaired(column, "api-deleted", row.id());
            }
            join(row, lead);
        }
    }

    /** A spreadsheet may have damaged the id of a row, which then names somebody else: nobody gets the tags of another. */
    private static boolean isSame(Row row, Lead lead) {
        String id = row.text("lead_id");
        String email = Contacts.normal(row.text("email"));
        boolean sameId = id == null || lead.id().isEmpty() || lead.id().equals(id);
        boolean sameMail = email.isEmpty()
                || lead.email().isEmpty()
                || Contacts.normal(lead.email()).equals(email);
        return sameId && sameMail;
    }

    private static void join(Row row, Lead lead) {
        put(row, TAGS, lead.tags(), List.of());
        List<String> left = named(lead.lists(), false);
        put(row, LISTS, named(lead.lists(), true), left);
        row.put(LEFT_LISTS, orNothing(left));
        put(row, Contacts.SEQUENCES, lead.sequences().stream().map(Held::name).toList(), List.of());
        row.put(
                POSITIONS,
                orNothing(lead.sequences().stream().map(ApiPass::position).toList()));
        row.put(MEMBERSHIPS, orNothing(memberships(lead, true)));
        row.put(ENDED_MEMBERSHIPS, orNothing(memberships(lead, false)));
    }

    private static List<String> named(List<Held> all, boolean active) {
        return all.stream()
                .filter(one -> one.isActive() == active)
                .map(Held::name)
                .toList();
    }

    private static String position(Held sequence) {
        String step = sequence.detail().isEmpty() ? "" : "step " + sequence.detail() + ", ";
        return sequence.name() + " (" + step + (sequence.isActive() ? "active" : "unsubscribed") + ")";
    }

    private static List<String> memberships(Lead lead, boolean active) {
        return lead.memberships().stream()
                .filter(one -> one.isActive() == active)
                .map(one -> one.detail().isEmpty() ? one.name() : one.name() + " (" + one.detail() + ")")
                .toList();
    }

    /** Adds names to those of the export, whatever their case, and takes those away that the contact left. */
    private static void put(Row row, String field, List<String> told, List<String> left) {
        List<String> before = row.value(field) instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
        Set<String> gone = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        gone.addAll(left);
        Map<String, String> joined = new LinkedHashMap<>();
        before.stream().filter(name -> !gone.contains(name)).forEach(name -> joined.put(lower(name), name));
        int kept = joined.size();
        told.forEach(name -> joined.putIfAbsent(lower(name), name));
        String raw = String.join("; ", before);
        if (joined.size() > kept) {
            row.repaired(field, ADDITION, raw);
        }
        if (kept < before.size()) {
            row.repaired(field, "api-unsubscribed", raw);
        }
        row.put(field, orNothing(new ArrayList<>(joined.values())));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Each name once, whatever its case; a field without names is empty. */
    private static @Nullable List<String> orNothing(List<String> names) {
        Map<String, String> distinct = names.stream()
                .collect(Collectors.toMap(ApiPass::lower, name -> name, (one, other) -> one, LinkedHashMap::new));
        return distinct.isEmpty() ? null : List.copyOf(distinct.values());
    }
}
