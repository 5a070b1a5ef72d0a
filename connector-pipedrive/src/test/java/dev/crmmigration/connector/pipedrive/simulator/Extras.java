package dev.crmmigration.connector.pipedrive.simulator;

import java.util.List;

/** The calls for what belongs to records: products of deals, followers, participants, history, statistics. */
final class Extras {

    private final Company company;
    private final Account account;

    Extras(Company company) {
        this.company = company;
        this.account = company.account();
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
        endpoints.addAll(new Followers(account, "deals", "deal_id").endpoints());
        endpoints.addAll(new Followers(account, "persons", "person_id").endpoints());
        endpoints.addAll(new Followers(account, "organizations", "org_id").endpoints());
        endpoints.addAll(new Followers(account, "products", "product_id").endpoints());
    }
}
