package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The image of a product: one at most. Its content is not kept. */
final class ProductImages {

    private final Account account;
    private final EntityEndpoints products;
    private final Table table;

    ProductImages(Account account, EntityEndpoints products) {
        this.account = account;
        this.products = products;
        this.table = account.table("productImages");
    }

    List<Endpoint> endpoints() {
        String path = Endpoint.V2 + "/products/{id}/images";
        return List.of(
                new Endpoint("GET", path, 10, this::read),
                new Endpoint("POST", path, 20, this::add),
                new Endpoint("PUT", path, 20, this::replace),
                new Endpoint("DELETE", path, 6, this::delete));
    }

    private Reply read(Request request) {
        ObjectNode image = existing(request);
        image.remove("is_deleted");
        return Replies.data(200, image);
    }

    private Reply add(Request request) {
        if (find(request) != null) {
            throw ApiException.badRequest("The product has an image already");
        }
        return stored(201, request, table.nextId());
    }

    private Reply replace(Request request) {
        return stored(200, request, existing(request).path("id").longValue());
    }

    private Reply stored(int status, Request request, long id) {
        Image file = Image.part(request, "data");
        ObjectNode image = Json.object().put("id", id).put("product_id", EntityEndpoints.id(request));
        image.put("company_id", Long.toString(account.companyId()));
        image.put("add_time", account.now().substring(0, 10));
        ObjectNode shown = image.deepCopy();
        image.put("public_url", "https://images.example/" + id + "." + file.extension());
        image.put("mime_type", file.mediaType());
        image.put("name", file.fileName());
        table.put(image, 0);
        return Replies.data(status, shown);
    }

    private Reply delete(Request request) {
        ObjectNode image = existing(request);
        table.put(image.put("is_deleted", true), 0);
        return Replies.deleted(image.path("id").longValue());
    }

    private ObjectNode existing(Request request) {
        ObjectNode image = find(request);
        if (image == null) {
            throw ApiException.notFound();
        }
        return image;
    }

    private @Nullable ObjectNode find(Request request) {
        long product = EntityEndpoints.id(request);
        products.liveRecord(product);
        IdList ids = table.withKey("product_id", product);
        return ids.size() == 0 ? null : account.record("productImages", ids.get(0));
    }
}
