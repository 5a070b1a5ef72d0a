package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns leads into deals and deals into leads. Each conversion is a job: the next question about it carries it out, once its time has come.
 */
final class Conversions {

    /** What the documents call "a few days". */
    private static final Duration KEPT = Duration.ofDays(3);

    private final Account account;
    private final Table table;
    private final LeadConversion conversion;

    Conversions(Company company) {
        this.account = company.account();
        this.table = account.table("conversions");
        this.conversion = new LeadConversion(company);
    }

    List<Endpoint> endpoints() {
        String lead = Endpoint.V2 + "/leads/{id}/convert/";
        String deal = Endpoint.V2 + "/deals/{id}/convert/";
        return List.of(
                new Endpoint("POST", lead + "deal", 40, this::startWithLead),
                new Endpoint("GET", lead + "status/{conversion}", 1, request -> status(request, "lead")),
                new Endpoint("POST", deal + "lead", 40, this::startWithDeal),
                new Endpoint("GET", deal + "status/{conversion}", 1, request -> status(request, "deal")));
    }

    private Reply startWithLead(Request request) {
        String id = request.pathParameter("id");
        if (!account.table("leads").hasLive(account.rowOf("leads", id))) {
            throw ApiException.notFound();
        }
        ObjectNode given = request.body().length == 0 ? Json.object() : Bodies.object(request);
        new Shape()
                .optional("stage_id", Rules.INTEGER)
                .optional("pipeline_id", Rules.INTEGER)
                .check(given);
        new DealStage(account).apply(Json.object(), new Parameters(account, Json.object(), given), true);
        return start("lead", id, given);
    }

    private Reply startWithDeal(Request request) {
        long id = EntityEndpoints.id(request);
        if (!account.table("deals").hasLive(id)) {
            throw ApiException.notFound();
        }
        return start("deal", Long.toString(id), Json.object());
    }

    private Reply start(String from, String id, ObjectNode given) {
        ObjectNode job = Json.object().put("id", Uuids.of("conversions", account.seed(), table.nextId()));
        job.put("from", from).put("source", id).set("parameters", given);
        job.put("status", "not_started").put("add_time", account.now());
        table.put(job, 0);
        run();
        ObjectNode answer = Json.object().put("success", true);
        answer.putObject("data").set("conversion_id", job.get("id"));
        return Reply.json(200, answer.putNull("additional_data"));
    }

    /** Carries out the jobs whose time has come. */
    private void run() {
        Instant due = account.clock().now().minusSeconds(account.settings().quantity(Quantity.CONVERSION_SECONDS));
        List<ObjectNode> jobs = new ArrayList<>();
        table.rows().forEach(row -> jobs.add(row.record()));
        for (ObjectNode job : jobs) {
            boolean isOpen = job.path("status").asText("").equals("not_started");
            boolean isDue = !Instant.parse(job.path("add_time").asText()).isAfter(due);
            if (isOpen && isDue) {
                carryOut(job);
                table.put(job, 0);
            }
        }
    }

    private void carryOut(ObjectNode job) {
        try {
            String source = job.path("source").asText();
            if (job.path("from").asText("").equals("lead")) {
                ObjectNode parameters = job.withObject("/parameters");
                job.put("deal_id", conversion.dealOf(account.rowOf("leads", source), parameters));
            } else {
                job.put("lead_id", conversion.leadOf(Long.parseLong(source)));
            }
            job.put("status", "completed");
        } catch (ApiException e) {
            job.put("status", e.status() == 404 ? "failed" : "rejected");
        }
    }

    private Reply status(Request request, String from) {
        run();
        Row row = table.find(Uuids.numberOf(request.pathParameter("conversion")));
        ObjectNode job = row == null ? Json.object() : row.record();
        boolean belongs = job.path("from").asText("").equals(from)
                && job.path("source").asText("").equalsIgnoreCase(request.pathParameter("id"))
                && job.path("id").asText("").equalsIgnoreCase(request.pathParameter("conversion"));
        if (!belongs || isForgotten(job)) {
            throw ApiException.notFound();
        }
        ObjectNode data = Json.object();
        for (String id : List.of("lead_id", "deal_id")) {
            if (job.has(id)) {
                data.set(id, job.get(id));
            }
        }
        data.set("conversion_id", job.get("id"));
        data.set("status", job.get("status"));
        ObjectNode answer = Json.object().put("success", true);
        answer.set("data", data);
        return Reply.json(200, answer.putNull("additional_data"));
    }

    private boolean isForgotten(ObjectNode job) {
        return Instant.parse(job.path("add_time").asText())
                .plus(KEPT)
                .isBefore(account.clock().now());
    }
}
