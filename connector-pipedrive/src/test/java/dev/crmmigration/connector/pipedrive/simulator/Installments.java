package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.ArrayList;
import java.util.List;

/** The installments of deals, which the Growth plan and above have. */
final class Installments {

    private final Account account;
    private final EntityEndpoints deals;
    private final Table table;
    private final DealTotals totals;

    Installments(Account account, EntityEndpoints deals) {
        this.account = account;
        this.deals = deals;
        this.table = account.table("installments");
        this.totals = new DealTotals(account);
    }

    List<Endpoint> endpoints() {
        String path = Endpoint.V2 + "/deals/{id}/installments";
        String one = path + "/{installment}";
        return List.of(
                new Endpoint("GET", Endpoint.V2 + "/deals/installments", 10, this::list),
                new Endpoint("POST", path, 5, this::add),
                new Endpoint("PATCH", one, 5, this::change),
                new Endpoint("DELETE", one, 3, this::delete));
    }

    private Reply list(Request request) {
        account.requireGrowth("installments");
        List<ObjectNode> found = new ArrayList<>();
        for (long deal : DealLineEndpoints.dealIds(request)) {
            for (long id : table.withKey("deal_id", deal).toArray()) {
                found.add(account.record("installments", id));
            }
        }
        return new ShortList(account, request)
                .sortable("billing_date", "deal_id")
                .allowing("deal_ids")
                .of(found, installment -> installment);
    }

    private static Shape shape() {
        return new Shape()
                .optional("description", Rules.name(255))
                .optional("amount", Discounts.POSITIVE)
                .optional("billing_date", Rules.DATE_ONLY);
    }

    private long editableDeal(Request request) {
        account.requireGrowth("installments");
        return deals.editableRecord(EntityEndpoints.id(request)).path("id").longValue();
    }

    private Reply add(Request request) {
        long deal = editableDeal(request);
        ObjectNode given = Bodies.object(request);
        shape().required("description", Rules.name(255))
                .required("amount", Discounts.POSITIVE)
                .required("billing_date", Rules.DATE_ONLY)
                .check(given);
        requireOneTimeProducts(deal);
        ObjectNode installment = Json.object().put("id", table.nextId());
        new Parameters(account, installment, given).copy("amount", "billing_date", "description");
        table.put(installment.put("deal_id", deal), 0);
        return Replies.data(200, installment);
    }

    private void requireOneTimeProducts(long deal) {
        List<ObjectNode> lines = totals.lines(deal);
        if (lines.isEmpty() || lines.stream().anyMatch(Billing::isRecurring)) {
            throw ApiException.badRequest("Installments need a deal with one-time products only");
        }
    }

    private Reply change(Request request) {
        ObjectNode installment = installment(request);
        ObjectNode given = Bodies.object(request);
        shape().check(given);
        new Parameters(account, installment, given).copy("amount", "billing_date", "description");
        table.put(installment, 0);
        return Replies.data(200, installment);
    }

    private Reply delete(Request request) {
        ObjectNode installment = installment(request);
        table.put(installment.put("is_deleted", true), 0);
        return Replies.deleted(installment.path("id").longValue());
    }

    private ObjectNode installment(Request request) {
        long deal = editableDeal(request);
        Row row = table.findLive(EntityEndpoints.id(request, "installment"));
        if (row == null || row.key(table.keyPosition("deal_id")) != deal) {
            throw ApiException.notFound();
        }
        return row.record();
    }
}
