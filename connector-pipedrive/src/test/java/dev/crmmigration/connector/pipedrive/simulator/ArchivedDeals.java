package dev.crmmigration.connector.pipedrive.simulator;

import java.util.List;
import java.util.Map;

/** The list of archived deals, which the ordinary list leaves out. */
final class ArchivedDeals {

    private final EntityEndpoints deals;

    ArchivedDeals(EntityEndpoints deals) {
        this.deals = deals;
    }

    List<Endpoint> endpoints() {
        String path = Endpoint.V2 + "/deals/archived";
        return List.of(new Endpoint("GET", path, 20, request -> deals.list(request, Map.of("is_archived", 1L))));
    }
}
