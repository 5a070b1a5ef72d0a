package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** List, read, create, change and delete one object of v2. */
final class EntityEndpoints implements Editable {

    private final Account account;
    private final Entity entity;
    private final Table table;
    private final Documents documents;

    EntityEndpoints(Account account, Entity entity) {
        this.account = account;
        this.entity = entity;
        this.table = entity.table();
        this.documents = new Documents(account, entity);
    }

    List<Endpoint> endpoints() {
        String path = Endpoint.V2 + "/" + table.name();
        String one = path + "/{id}";
        List<Endpoint> endpoints = new ArrayList<>();
        endpoints.add(new Endpoint("GET", path, entity.isLarge() ? 10 : 5, request -> list(request, entity.listed())));
        endpoints.add(new Endpoint("POST", path, 5, this::create));
        endpoints.add(new Endpoint("GET", one, 1, this::read));
        endpoints.add(new Endpoint("PATCH", one, 5, this::update));
        endpoints.add(new Endpoint("DELETE", one, 3, this::delete));
        return endpoints;
    }

    /** Shows a page of the records whose keys have these values. */
    Reply list(Request request, Map<String, Long> keys) {
        ListQuery query = ListParameters.parse(account, entity, request.query());
        Map<String, Long> all = new HashMap<>(query.keys());
        all.putAll(keys);
        TableScan scan = new TableScan(table, query.withKeys(all), account.visibility());
        List<Row> rows = scan.rows();
        boolean hasMore = rows.size() > query.limit();
        List<Row> page = hasMore ? rows.subList(0, query.limit()) : rows;
        List<byte[]> shown = new ArrayList<>(page.size());
        page.forEach(row -> shown.add(documents.of(row, request.query())));
        return Replies.page(shown, hasMore ? scan.cursorAfter(page.get(page.size() - 1)) : null);
    }

    private Reply read(Request request) {
        Row row = table.find(id(request));
        if (row == null) {
            throw ApiException.notFound();
        }
        account.requireVisible(table, row);
        Checks checks = new Checks();
        ListParameters.check(request.query(), entity, checks);
        checks.finish();
        return Replies.data(200, documents.of(row, request.query()));
    }

    private Reply create(Request request) {
        requireRight();
        int own = entity.createdStatus();
        int status = own > 0 ? own : Integer.parseInt(account.settings().answer(Switch.CREATE_STATUS));
        return Replies.data(status, create(Bodies.object(request)).document());
    }

    /** Adds a record, checked as a request of a client is. */
    @Override
    public Row create(ObjectNode parameters) {
        entity.creation().check(parameters);
        // The id is taken only once nothing can fail any more, so that refused requests leave no gaps.
        ObjectNode record = entity.blank(table.lastId() + 1);
        entity.apply(record, parameters, true);
        return table.put(record, documents.version());
    }

    private Reply update(Request request) {
        requireRight();
        account.requireVisible(table, live(id(request)));
        return Replies.data(
                200, update(id(request), Bodies.object(request), "api").document());
    }

    /** Changes a record at the screen, checked as a request of a client is. */
    @Override
    public Row update(long id, ObjectNode parameters) {
        return update(id, parameters, "app");
    }

    private Row update(long id, ObjectNode parameters, String source) {
        Row row = live(id);
        entity.update().check(parameters);
        ObjectNode record = documents.record(row);
        entity.requireEditable(record, parameters);
        ObjectNode before = record.deepCopy();
        entity.apply(record, parameters, false);
        if (entity.isLarge()) {
            new History(account).noteUpdate(table.name() + "/" + id, before, record, source);
        }
        record.put("update_time", account.now());
        return table.put(record, documents.version());
    }

    private Reply delete(Request request) {
        requireRight();
        long id = id(request);
        account.requireVisible(table, live(id));
        delete(id);
        return Replies.deleted(id);
    }

    /** Deletes a record softly: lists leave it out, but it can still be read. */
    @Override
    public void delete(long id) {
        ObjectNode record = documents.record(live(id));
        record.put("is_deleted", true);
        record.put("update_time", account.now());
        table.put(record, documents.version());
    }

    /** Returns a copy of a record that is there and not deleted. */
    ObjectNode liveRecord(long id) {
        return documents.record(live(id));
    }

    /** Returns likewise a copy of a record that is not locked either. */
    ObjectNode editableRecord(long id) {
        ObjectNode record = liveRecord(id);
        entity.requireEditable(record, Json.object());
        return record;
    }

    private Row live(long id) {
        Row row = table.findLive(id);
        if (row == null) {
            throw ApiException.notFound();
        }
        return row;
    }

    private void requireRight() {
        if (entity.isForAdministrators()) {
            account.requireAdmin();
        }
    }

    static long id(Request request) {
        return id(request, "id");
    }

    /** Returns the number in the path in place of {@code {name}}. */
    static long id(Request request, String name) {
        String id = request.pathParameter(name);
        if (!id.matches("\\d{1,18}")) {
            throw ApiException.invalid(name + ": This value should be of type integer.", null);
        }
        return Long.parseLong(id);
    }

    /** Returns the documents of all live records. */
    List<byte[]> all() {
        List<byte[]> all = new ArrayList<>();
        IdList live = table.live();
        for (int i = 0; i < live.size(); i++) {
            Row row = table.find(live.get(i));
            if (row != null) {
                all.add(documents.of(row));
            }
        }
        return all;
    }

    Entity entity() {
        return entity;
    }

    Documents documents() {
        return documents;
    }
}
