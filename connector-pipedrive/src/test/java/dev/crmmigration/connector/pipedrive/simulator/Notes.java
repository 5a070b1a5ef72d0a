package dev.crmmigration.connector.pipedrive.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Notes, by v1: the only records whose author and time of creation can be set. */
final class Notes implements Editable {

    private static final Map<String, String> LINKS = links();
    private static final List<String> FLAGS = List.of("lead", "deal", "organization", "person", "project", "task");
    private static final Set<String> FLAG_VALUES = Set.of("0", "1", "false", "true");
    private static final Set<String> HYDRATED = Set.of("deal", "person", "organization", "user", "lead", "project");

    private final Account account;
    private final Table table;

    Notes(Account account) {
        this.account = account;
        this.table = account.table("notes");
    }

    private static Map<String, String> links() {
        Map<String, String> links = new LinkedHashMap<>();
        links.put("deal_id", "deals");
        links.put("person_id", "persons");
        links.put("org_id", "organizations");
        return links;
    }

    List<Endpoint> endpoints() {
        String path = Endpoint.V1 + "/notes";
        return List.of(
                new Endpoint("GET", path, 20, request -> new NoteList(account, this).page(request)),
                new Endpoint("POST", path, 10, request -> shown(create(Bodies.object(request)))),
                new Endpoint("GET", path + "/{id}", 2, this::read),
                new Endpoint("PUT", path + "/{id}", 10, request -> shown(update(request))),
                new Endpoint("DELETE", path + "/{id}", 6, this::delete));
    }

    private Reply shown(Row row) {
        return Replies.data(200, hydrated(row));
    }

    private Reply read(Request request) {
        Row row = table.find(EntityEndpoints.id(request));
        if (row == null) {
            throw notFound();
        }
        return shown(row);
    }

    /** Adds a note, checked as a request of a client is. */
    @Override
    public Row create(ObjectNode given) {
        ObjectNode note = Json.object();
        note.put("id", table.lastId() + 1);
        note.put("user_id", account.tokenUserId());
        for (String link : List.of("deal_id", "person_id", "org_id", "lead_id", "project_id", "task_id")) {
            note.putNull(link);
        }
        note.putNull("content");
        note.put("add_time", account.nowV1());
        note.put("update_time", account.nowV1());
        note.put("active_flag", true);
        FLAGS.forEach(flag -> note.put("pinned_to_" + flag + "_flag", false));
        note.putNull("last_update_user_id");
        if (given.path("content").asText("").isBlank()) {
            throw ApiException.badRequest("Note content is required");
        }
        apply(note, given);
        if (!note.hasNonNull("lead_id") && LINKS.keySet().stream().noneMatch(note::hasNonNull)) {
            throw ApiException.badRequest(
                    "Note must be attached to a deal, person, organization, lead, project or task");
        }
        requireRoom(note);
        return table.put(note, 0);
    }

    private Row update(Request request) {
        return update(EntityEndpoints.id(request), Bodies.object(request));
    }

    /** Changes a note, checked as a request of a client is. */
    @Override
    public Row update(long id, ObjectNode given) {
        ObjectNode note = live(id);
        apply(note, given);
        note.put("last_update_user_id", account.tokenUserId());
        note.put("update_time", account.nowV1());
        return table.put(note, 0);
    }

    private void apply(ObjectNode note, ObjectNode given) {
        if (HYDRATED.stream().anyMatch(given::has)) {
            throw ApiException.badRequest("Bad request");
        }
        if (given.has("content")) {
            String content = given.path("content").asText("");
            if (content.getBytes(UTF_8).length > Rules.MAX_NOTE_BYTES) {
                throw ApiException.badRequest("Note content is too long");
            }
            note.put("content", Html.sanitised(content));
        }
        LINKS.forEach((link, object) -> setLink(note, given, link, object));
        account.setLead(note, given.path("lead_id"));
        for (String unsupported : List.of("project_id", "task_id")) {
            if (given.hasNonNull(unsupported)) {
                throw ApiException.badRequest("There is no such project or task");
            }
        }
        setAuthor(note, given);
        setTime(note, given);
        FLAGS.forEach(flag -> setFlag(note, given, flag));
    }

    private void setLink(ObjectNode note, ObjectNode given, String link, String object) {
        if (!given.has(link)) {
            return;
        }
        long id = idOf(given.get(link));
        if (id == 0) {
            note.set(link, NullNode.getInstance());
        } else {
            account.requireReference(link, object, id);
            note.put(link, id);
        }
    }

    /** Reads an id, which v1 also takes as text; 0 for none. */
    private static long idOf(JsonNode value) {
        return value.asLong(0);
    }

    private void setAuthor(ObjectNode note, ObjectNode given) {
        if (!given.hasNonNull("user_id")) {
            return;
        }
        long author = idOf(given.get("user_id"));
        if (author != note.path("user_id").longValue()) {
            account.requireAdmin();
        }
        account.requireReference("user_id", "users", author);
        note.put("user_id", author);
    }

    private static void setTime(ObjectNode note, ObjectNode given) {
        if (given.hasNonNull("add_time")) {
            Checks checks = new Checks();
            Rules.MOMENT_V1.check("add_time", given.get("add_time"), checks);
            checks.finish();
            note.set("add_time", given.get("add_time"));
        }
    }

    private static void setFlag(ObjectNode note, ObjectNode given, String object) {
        String flag = "pinned_to_" + object + "_flag";
        if (given.has(flag)) {
            String value = given.get(flag).asText("");
            if (!FLAG_VALUES.contains(value)) {
                throw ApiException.badRequest(flag + " must be 0 or 1");
            }
            note.put(flag, value.equals("1") || value.equals("true"));
        }
        String link = (object.equals("organization") ? "org" : object) + "_id";
        if (note.path(flag).asBoolean(false) && !note.hasNonNull(link)) {
            throw ApiException.badRequest(flag + " needs " + link);
        }
    }

    private void requireRoom(ObjectNode note) {
        int cap = account.settings().quantity(Quantity.NOTES_PER_DEAL);
        long deal = note.path("deal_id").asLong(0);
        if (cap > 0 && deal != 0 && table.withKey("deal_id", deal).size() >= cap) {
            throw ApiException.badRequest("The deal has reached its limit of " + cap + " notes");
        }
    }

    private Reply delete(Request request) {
        delete(EntityEndpoints.id(request));
        return Replies.data(200, Replies.bytes("true"));
    }

    @Override
    public void delete(long id) {
        ObjectNode note = live(id);
        note.put("active_flag", false);
        note.put("update_time", account.nowV1());
        table.put(note, 0);
    }

    private ObjectNode live(long id) {
        Row row = table.findLive(id);
        if (row == null) {
            throw notFound();
        }
        return row.record();
    }

    private static ApiException notFound() {
        return ApiException.of(404, "ERR_NOT_FOUND", "Note not found");
    }

    /** Returns the document with the names of what the note is attached to, as v1 shows it. */
    byte[] hydrated(Row row) {
        ObjectNode note = row.record();
        name(note, "organization", "organizations", "org_id", "name");
        name(note, "person", "persons", "person_id", "name");
        name(note, "deal", "deals", "deal_id", "title");
        name(note, "lead", "leads", "lead_id", "title");
        Row author = account.table("users").find(note.path("user_id").longValue());
        if (author != null) {
            ObjectNode user = note.putObject("user");
            ObjectNode known = author.record();
            user.set("email", known.get("email"));
            user.set("name", known.get("name"));
            user.set("icon_url", known.get("icon_url"));
            user.put("is_you", author.id() == account.tokenUserId());
            withoutNulls(user);
        }
        withoutNulls(note);
        return Json.bytes(note);
    }

    private void withoutNulls(ObjectNode document) {
        if (account.settings().answer(Switch.ABSENT_IN_V1).equals("omit")) {
            document.removeIf(JsonNode::isNull);
        }
    }

    private void name(ObjectNode note, String member, String object, String link, String nameMember) {
        JsonNode id = note.path(link);
        Row row = account.table(object).find(id.isTextual() ? Uuids.numberOf(id.textValue()) : id.asLong(0));
        if (row == null) {
            note.putNull(member);
        } else {
            note.putObject(member).set(nameMember, row.record().get(nameMember));
        }
    }
}
