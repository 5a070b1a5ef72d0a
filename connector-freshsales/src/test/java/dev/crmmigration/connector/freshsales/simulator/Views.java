package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The lists of an object: only through a view, in pages. */
final class Views {

    private static final Duration RECENT = Duration.ofDays(7);
    private static final int ORDERS = 16;
    private static final Set<String> QUICK = Set.of("id", "created_at", "updated_at");

    private final Account account;
    private final MainRecords records;
    private final Includes includes;
    private final Map<String, Order> orders = new HashMap<>();

    Views(Account account, MainRecords records, Includes includes) {
        this.account = account;
        this.records = records;
        this.includes = includes;
    }

    List<Endpoint> endpoints() {
        String path = "/api/" + plural();
        return List.of(
                Endpoint.get(path, request -> {
                    throw ApiException.forbidden();
                }),
                Endpoint.get(path + "/filters", request -> filters()),
                Endpoint.get(path + "/view/{view}", this::page),
                Endpoint.get(path + "/scroll/{view}", this::scroll));
    }

    private String plural() {
        return records.object().plural();
    }

    private Reply filters() {
        ObjectNode body = Json.object();
        var list = body.putArray("filters");
        for (ObjectNode view : account.table(Account.VIEWS).allLive()) {
            if (view.path("object").asText().equals(plural())) {
                ObjectNode shown = view.deepCopy();
                shown.remove("object");
                shown.put("model_class_name", records.object().model());
                shown.put("user_id", account.keyUserId()).putNull("user_name");
                list.add(shown);
            }
        }
        body.putObject("meta").put("total", list.size());
        return Reply.json(200, body);
    }

    private Reply page(Request request) {
        ObjectNode view = view(request);
        int perPage = Math.min(100, Bodies.number(request, "per_page", 25));
        int page = Math.max(1, Bodies.number(request, "page", 1));
        long[] ids = order(view, request.query().getOrDefault("sort", "id"), isDescending(request));
        List<ObjectNode> shown = new ArrayList<>();
        for (long i = (long) (page - 1) * perPage; i < Math.min(ids.length, (long) page * perPage); i++) {
            shown.add(record(ids[(int) i]));
        }
        ObjectNode body = includes.list(records, shown, request.query().getOrDefault("include", ""));
        ObjectNode meta = body.putObject("meta");
        meta.put("total_pages", perPage == 0 ? 0 : (ids.length + perPage - 1) / perPage);
        meta.put("total", ids.length);
        return Reply.json(200, body);
    }

    /** Lists the records after one, by id: the way of the Classic API through many records. */
    private Reply scroll(Request request) {
        if (!account.settings().isOn(Switch.SCROLL)) {
            throw ApiException.of(404, "The requested resource could not be found");
        }
        int limit = Math.max(1, Math.min(100, Bodies.number(request, "limit", 25)));
        String last = request.query().getOrDefault("last_fetched_id", "0");
        long after = last.matches("\\d{1,18}") ? Long.parseLong(last) : 0;
        List<ObjectNode> shown = new ArrayList<>();
        for (long id : order(view(request), "id", false)) {
            if (id > after && shown.size() < limit) {
                shown.add(record(id));
            }
        }
        return Reply.json(200, includes.list(records, shown, request.query().getOrDefault("include", "")));
    }

    private ObjectNode view(Request request) {
        String text = request.pathParameter("view");
        ObjectNode view =
                text.matches("\\d{1,18}") ? account.table(Account.VIEWS).live(Long.parseLong(text)) : null;
        if (view == null || !view.path("object").asText().equals(plural())) {
            throw ApiException.forbidden();
        }
        return view;
    }

    private static boolean isDescending(Request request) {
        return request.query().getOrDefault("sort_type", "asc").equals("desc");
    }

    private ObjectNode record(long id) {
        Row row = records.table().find(id);
        if (row == null) {
            throw new IllegalStateException("a list names a record that is not there");
        }
        return row.record();
    }

    /** Returns the ids of a view in their order; computed once for all pages between two changes. */
    private long[] order(ObjectNode view, String sort, boolean isDescending) {
        String name = view.path("id") + "/" + sort + "/" + isDescending;
        Order present = orders.get(name);
        // A view of the last days changes with the clock alone.
        boolean isTimed = !view.path("name").asText().startsWith("All ");
        if (present != null && !isTimed && present.version == records.table().version()) {
            return present.ids;
        }
        if (orders.size() >= ORDERS) {
            orders.clear();
        }
        Order order = new Order(records.table().version(), sorted(view, sort, isDescending));
        orders.put(name, order);
        return order.ids;
    }

    private long[] sorted(ObjectNode view, String sort, boolean isDescending) {
        String name = view.path("name").asText();
        boolean showsAll = name.startsWith("All ") || name.equals("Recycle Bin");
        Stream<Row> rows = records.table().rows().stream().filter(row -> row.isDeleted() == name.equals("Recycle Bin"));
        if (showsAll && account.settings().isOn(Switch.ADMIN) && QUICK.contains(sort)) {
            return quickly(rows, sort, isDescending);
        }
        Comparator<Key> order = Comparator.comparing(Key::value).thenComparingLong(Key::id);
        return rows.map(Row::record)
                .filter(shows(name).and(records::isVisible))
                .map(record -> new Key(value(record, sort), record.path("id").longValue()))
                .sorted(isDescending ? order.reversed() : order)
                .mapToLong(Key::id)
                .toArray();
    }

    /** Sorts without a look into the records: a client that goes through a large account does so after each change. */
    private static long[] quickly(Stream<Row> rows, String sort, boolean isDescending) {
        Comparator<Row> order = switch (sort) {
            case "created_at" -> Comparator.comparingLong(Row::created).thenComparingLong(Row::id);
            case "updated_at" -> Comparator.comparingLong(Row::updated).thenComparingLong(Row::id);
            default -> Comparator.comparingLong(Row::id);
        };
        return rows.sorted(isDescending ? order.reversed() : order)
                .mapToLong(Row::id)
                .toArray();
    }

    /** Returns what sorts a record: numbers by their size, all else as text. */
    private String value(ObjectNode record, String sort) {
        JsonNode value = record.path(sort);
        boolean isMoment = sort.endsWith("_at") || sort.equals("last_contacted");
        if (isMoment) {
            return Times.moment(value, account.settings().zone())
                    .map(moment -> String.format(Locale.ROOT, "%020d", moment.getEpochSecond()))
                    .orElse("");
        }
        return value.asText().matches("-?\\d{1,15}(\\.\\d+)?")
                ? String.format(Locale.ROOT, "%024.4f", value.asDouble() + 1e15)
                : value.asText("");
    }

    private Predicate<ObjectNode> shows(String view) {
        return switch (view) {
            case "My Contacts", "My Accounts", "My Deals" ->
                record -> record.path("owner_id").asLong(0) == account.keyUserId();
            case "New Contacts" -> record -> isRecent(record, "created_at");
            case "Recently Modified" -> record -> isRecent(record, "updated_at");
            case "Open Deals" -> record -> forecast(record).equals("Open");
            case "Won Deals" -> record -> forecast(record).equals("Closed Won");
            case "Lost Deals" -> record -> forecast(record).equals("Closed Lost");
            case "My Territory Accounts", "Recently Imported", "Inactive Contacts" -> record -> false;
            default -> record -> true;
        };
    }

    private boolean isRecent(ObjectNode record, String member) {
        return Times.moment(record.path(member), account.settings().zone())
                .filter(moment -> moment.isAfter(account.now().minus(RECENT)))
                .isPresent();
    }

    private String forecast(ObjectNode deal) {
        ObjectNode stage =
                account.table("deal_stages").live(deal.path("deal_stage_id").asLong(0));
        return stage == null ? "" : stage.path("forecast_type").asText();
    }

    private record Key(String value, long id) {}

    /** The ids of a view, in their order, as of a version of the table. */
    private static final class Order {
        private final long version;
        private final long[] ids;

        Order(long version, long[] ids) {
            this.version = version;
            this.ids = ids;
        }
    }
}
