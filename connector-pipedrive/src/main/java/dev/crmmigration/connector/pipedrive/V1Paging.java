package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.toolkit.http.JsonObject;
import java.util.Optional;

/** Where the next page of a v1 list begins. Lists differ in where they say it. */
final class V1Paging {

    private V1Paging() {}

    static Optional<Long> nextStart(JsonObject page) {
        JsonObject more = page.object("additional_data").orElse(JsonObject.EMPTY);
        JsonObject paging = more.object("pagination").orElse(more);
        if (!paging.isSet("more_items_in_collection")) {
            return Optional.empty();
        }
        return paging.integer("next_start")
                .or(() -> paging.integer("start")
                        .flatMap(start -> paging.integer("limit").map(limit -> start + limit)));
    }
}
