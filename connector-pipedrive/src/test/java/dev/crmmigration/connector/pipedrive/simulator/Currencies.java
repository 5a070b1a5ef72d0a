package dev.crmmigration.connector.pipedrive.simulator;

import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.ArrayList;
import java.util.List;

/** The currencies that the account may use, by v1. */
final class Currencies {

    private final Table table;

    Currencies(Account account) {
        this.table = account.table("currencies");
    }

    List<Endpoint> endpoints() {
        return List.of(new Endpoint("GET", Endpoint.V1 + "/currencies", 20, this::list));
    }

    private Reply list(Request request) {
        String term = request.query().getOrDefault("term", "");
        List<byte[]> found = new ArrayList<>();
        for (Row row : table.rows()) {
            boolean matches = term.isEmpty()
                    || Texts.containsIgnoringCase(row.record().path("name").asText(""), term)
                    || row.record().path("code").asText("").equalsIgnoreCase(term);
            if (matches) {
                found.add(row.document());
            }
        }
        return Replies.allV1(found);
    }
}
