package dev.crmmigration.connector.pipedrive.simulator;

import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Pages of files, by v1: all of them, or those of one record. */
final class FileLists {

    private static final int MAX_LIMIT = 100;
    private static final Set<String> SORTABLE = Set.of("id", "update_time");
    private static final Map<String, String> OWNERS =
            Map.of("deals", "deal_id", "persons", "person_id", "organizations", "org_id", "products", "product_id");

    private final Account account;
    private final Table table;
    private final FileRecords records;

    FileLists(Account account) {
        this.account = account;
        this.table = account.table("files");
        this.records = new FileRecords(account);
    }

    List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        endpoints.add(new Endpoint("GET", Endpoint.V1 + "/files", 20, request -> page(request, table.live())));
        OWNERS.forEach((object, link) -> {
            if (account.hasTable(object)) {
                String path = Endpoint.V1 + "/" + object + "/{id}/files";
                endpoints.add(new Endpoint("GET", path, 20, request -> page(request, filesOf(request, object, link))));
            }
        });
        return endpoints;
    }

    private IdList filesOf(Request request, String object, String link) {
        Table owners = account.table(object);
        Row owner = owners.find(EntityEndpoints.id(request));
        if (owner == null) {
            throw ApiException.notFound();
        }
        account.requireVisible(owners, owner);
        return table.withKey(link, owner.id());
    }

    private Reply page(Request request, IdList ids) {
        Optional<Comparator<Row>> order = SortV1.parse(request.query().getOrDefault("sort", ""), SORTABLE);
        Stream<Row> rows = PageV1.rows(table, ids);
        PageV1 page =
                PageV1.of(ListV1.of(request, MAX_LIMIT), order.map(rows::sorted).orElse(rows));
        List<byte[]> shown =
                page.rows().stream().map(row -> records.shown(row, request)).toList();
        return Replies.pageV1(shown, page.start(), page.limit(), page.hasMore());
    }
}
