package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.ArrayList;
import java.util.List;

/** The fields of one object as v1 lists them: the only place that tells the numbers that filters need. */
final class FieldsV1 {

    private final FieldCatalog catalog;

    FieldsV1(FieldCatalog catalog) {
        this.catalog = catalog;
    }

    List<Endpoint> endpoints() {
        return List.of(new Endpoint("GET", Endpoint.V1 + "/" + catalog.name(), 20, this::list));
    }

    private Reply list(Request request) {
        ListV1 page = ListV1.of(request);
        List<Field> fields = catalog.live();
        int end = Math.min(fields.size(), page.start() + page.limit());
        List<byte[]> shown = new ArrayList<>();
        for (int i = page.start(); i < end; i++) {
            shown.add(Json.bytes(shown(fields.get(i), i + 1)));
        }
        return Replies.pageV1(shown, page.start(), page.limit(), end < fields.size());
    }

    private static ObjectNode shown(Field field, int order) {
        ObjectNode shown = Json.object();
        shown.put("id", field.id());
        shown.put("key", field.code());
        shown.set("name", field.whole().get("field_name"));
        shown.put("order_nr", order);
        shown.put("field_type", field.type());
        shown.put("active_flag", true);
        shown.put("edit_flag", field.isCustom());
        shown.set("options", field.whole().get("options"));
        shown.put("mandatory_flag", false);
        return shown;
    }
}
