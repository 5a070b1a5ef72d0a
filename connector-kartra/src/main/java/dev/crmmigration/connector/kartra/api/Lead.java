package dev.crmmigration.connector.kartra.api;

import dev.crmmigration.toolkit.http.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the API says of one contact.
 *
 * @param id its id; empty text if the API does not say
 * @param email its address; empty text if it has none
 * @param isDeleted whether it was deleted in Kartra
 * @param tags the names of its tags
 */
public record Lead(
        String id,
        String email,
        boolean isDeleted,
        List<String> tags,
        List<Held> lists,
        List<Held> sequences,
        List<Held> memberships) {

    private static final Set<String> NONE = Set.of("", "n/a");
    private static final Set<String> ACTIVE = Set.of("1", "true", "yes", "active");

    public Lead {
        tags = List.copyOf(tags);
        lists = List.copyOf(lists);
        sequences = List.copyOf(sequences);
        memberships = List.copyOf(memberships);
    }

    /** Reads {@code lead_details}: ids and flags are text or numbers, and tags may lack their ids. */
    static Lead of(JsonObject details) {
        return new Lead(
                text(details, "id"),
                text(details, "email"),
                ACTIVE.contains(text(details, "lead_deleted").toLowerCase(Locale.ROOT)),
                details.objects("tags").stream()
                        .map(tag -> text(tag, "tag_name"))
                        .filter(name -> !name.isEmpty())
                        .toList(),
                held(details, "lists", "list_name", "", "active"),
                held(details, "sequences", "sequence_name", "step", "status"),
                held(details, "memberships", "membership_name", "level_name", "active"));
    }

    private static List<Held> held(JsonObject details, String array, String name, String detail, String active) {
        List<Held> held = new ArrayList<>();
        for (JsonObject one : details.objects(array)) {
            String called = text(one, name);
            if (!called.isEmpty()) {
                boolean isActive = ACTIVE.contains(text(one, active).toLowerCase(Locale.ROOT));
                held.add(new Held(called, detail.isEmpty() ? "" : text(one, detail), isActive));
            }
        }
        return held;
    }

    /** Kartra writes N/A where nothing is (help 15369003). */
    private static String text(JsonObject object, String name) {
        String text = object.isSet(name) ? "1" : object.id(name).orElse("").strip();
        return NONE.contains(text.toLowerCase(Locale.ROOT)) ? "" : text;
    }

    /** Leaves out all that is personal. */
    @Override
    public String toString() {
        return "Lead[" + tags.size() + " tags, " + lists.size() + " lists, " + sequences.size() + " sequences, "
                + memberships.size() + " memberships]";
    }
}
