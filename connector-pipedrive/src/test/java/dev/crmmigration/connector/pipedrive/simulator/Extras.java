package dev.crmmigration.connector.pipedrive.simulator;

import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.List;

/** The calls for what belongs to records: products of deals, followers, participants, history, statistics. */
final class Extras {

    private final Company company;
    private final Account account;

    Extras(Company company) {
        this.company = company;
        this.account = company.account();
    }

    private Reply followersOfUser(Request request) {
        long user = EntityEndpoints.id(request);
        if (account.table("users").find(user) == null) {
            throw ApiException.notFound();
        }
        return Followers.page(account, request, Followers.of(account, "users/" + user));
    }

    void addTo(List<Endpoint> endpoints) {
        EntityEndpoints products = company.entity("products");
        EntityEndpoints deals = company.entity("deals");
        endpoints.addAll(new ProductEndpoints(account, products).endpoints());
        endpoints.addAll(new ProductImages(account, products).endpoints());
        endpoints.addAll(new DealLineEndpoints(account, deals).endpoints());
        endpoints.addAll(new Discounts(account, deals).endpoints());
        endpoints.addAll(new Installments(account, deals).endpoints());
        endpoints.addAll(new Participants(account).endpoints());
        endpoints.addAll(new DealCopies(account, deals).endpoints());
        endpoints.addAll(new DealListsV1(account).endpoints());
        endpoints.addAll(new DealSummary(account).endpoints());
        endpoints.addAll(new DealTimeline(account).endpoints());
        endpoints.addAll(new PipelineStatistics(account).endpoints());
        endpoints.addAll(new Pictures(account, company.entity("persons")).endpoints());
        endpoints.addAll(new Conversions(company).endpoints());
        for (String object : List.of("deals", "persons", "organizations")) {
            endpoints.addAll(new RecordSubresources(account, object).endpoints());
        }
        endpoints.add(new RecordSubresources(account, "products").permittedUsers());
        endpoints.addAll(new Followers(account, "deals", "deal_id").endpoints());
        endpoints.addAll(new Followers(account, "persons", "person_id").endpoints());
        endpoints.addAll(new Followers(account, "organizations", "org_id").endpoints());
        endpoints.addAll(new Followers(account, "products", "product_id").endpoints());
        endpoints.add(new Endpoint("GET", Endpoint.V2 + "/users/{id}/followers", 10, this::followersOfUser));
    }
}
