package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.ArrayList;
import java.util.List;

/** The variations of products, and their duplication. */
final class ProductEndpoints {

    private final Account account;
    private final EntityEndpoints products;
    private final Table variations;
    private final Prices prices;

    ProductEndpoints(Account account, EntityEndpoints products) {
        this.account = account;
        this.products = products;
        this.variations = account.table("productVariations");
        this.prices = new Prices(account, "product_variation_id");
    }

    List<Endpoint> endpoints() {
        String product = Endpoint.V2 + "/products/{id}";
        String path = product + "/variations";
        String one = path + "/{variation}";
        return List.of(
                new Endpoint("POST", product + "/duplicate", 5, this::duplicate),
                new Endpoint("GET", path, 10, this::list),
                new Endpoint("POST", path, 5, request -> shown(201, add(request))),
                new Endpoint("PATCH", one, 5, request -> shown(200, change(request))),
                new Endpoint("DELETE", one, 3, this::delete));
    }

    private Reply duplicate(Request request) {
        ObjectNode original = products.liveRecord(EntityEndpoints.id(request));
        Row copy = new Products(account).duplicate(original);
        for (ObjectNode variation : of(original.path("id").longValue())) {
            variation.put("id", variations.nextId()).put("product_id", copy.id());
            variation
                    .path("prices")
                    .forEach(price -> ((ObjectNode) price).set("product_variation_id", variation.get("id")));
            variations.put(variation, 0);
        }
        return Replies.data(201, products.documents().of(copy));
    }

    private Reply list(Request request) {
        products.liveRecord(EntityEndpoints.id(request));
        return new ShortList(account, request).of(of(EntityEndpoints.id(request)), ProductEndpoints::withoutFlag);
    }

    private List<ObjectNode> of(long product) {
        List<ObjectNode> found = new ArrayList<>();
        for (long id : variations.withKey("product_id", product).toArray()) {
            found.add(account.record("productVariations", id));
        }
        return found;
    }

    private ObjectNode add(Request request) {
        products.liveRecord(EntityEndpoints.id(request));
        ObjectNode given = Bodies.object(request);
        shape().required("name", Rules.name(255)).check(given);
        ObjectNode variation = Json.object().put("id", variations.nextId());
        variation.set("name", given.get("name"));
        variation.put("product_id", EntityEndpoints.id(request));
        variation.set(
                "prices",
                prices.stored(given.path("prices"), variation.path("id").longValue(), true));
        variations.put(variation, 0);
        return variation;
    }

    private Shape shape() {
        return new Shape().optional("prices", prices::check);
    }

    private ObjectNode change(Request request) {
        ObjectNode variation = variation(request);
        ObjectNode given = Bodies.object(request);
        shape().optional("name", Rules.name(255)).check(given);
        new Parameters(account, variation, given).copy("name");
        if (given.has("prices")) {
            long id = variation.path("id").longValue();
            variation.set("prices", prices.stored(given.path("prices"), id, true));
        }
        variations.put(variation, 0);
        return variation;
    }

    private Reply delete(Request request) {
        ObjectNode variation = variation(request);
        variations.put(variation.put("is_deleted", true), 0);
        return Replies.deleted(variation.path("id").longValue());
    }

    private ObjectNode variation(Request request) {
        long product = EntityEndpoints.id(request);
        products.liveRecord(product);
        Row row = variations.findLive(EntityEndpoints.id(request, "variation"));
        if (row == null || row.key(variations.keyPosition("product_id")) != product) {
            throw ApiException.notFound();
        }
        return row.record();
    }

    private static Reply shown(int status, ObjectNode variation) {
        return Replies.data(status, withoutFlag(variation));
    }

    private static ObjectNode withoutFlag(ObjectNode variation) {
        variation.remove("is_deleted");
        return variation;
    }
}
