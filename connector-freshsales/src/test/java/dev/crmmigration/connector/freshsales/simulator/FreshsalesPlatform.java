package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Refusal;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import dev.crmmigration.testkit.simulator.Routes;
import dev.crmmigration.testkit.simulator.SimulatedPlatform;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Answers requests as Freshsales does: credential first, then limits, then the call itself. */
final class FreshsalesPlatform implements SimulatedPlatform {

    private static final Endpoint UNKNOWN = Endpoint.get("unknown", request -> {
        throw ApiException.of(404, "The requested resource could not be found");
    });

    private final FreshsalesSettings settings;
    private final SimulatorClock clock;
    private final long seed;
    private final Gateway gateway;
    private volatile Company company;

    FreshsalesPlatform(FreshsalesSettings settings, SimulatorClock clock, long seed, String key) {
        this.settings = settings;
        this.clock = clock;
        this.seed = seed;
        this.gateway = new Gateway(key);
        this.company = new Company(NewAccount.create(settings, clock, seed));
    }

    @Override
    public Reply answer(Request received) {
        Request request = Gateway.withoutAlias(received);
        Company present = company;
        if (request.path().startsWith(FileStore.PREFIX)) {
            synchronized (present.account()) {
                return present.store().fetch(request);
            }
        }
        if (!gateway.isAuthorized(request)) {
            return Gateway.unauthorized(request);
        }
        if (request.path().endsWith(".xml")) {
            return Reply.empty(406);
        }
        Routes.Match<Endpoint> match = present.routes().find(request.method(), request.path());
        Endpoint found = match.target();
        Endpoint endpoint = found == null ? UNKNOWN : found;
        Optional<Refusal> obstacle = present.limits().admit(endpoint);
        if (obstacle.isPresent()) {
            return refusal(obstacle.get());
        }
        return run(endpoint, request.withPathParameters(match.pathParameters()), present)
                .withCost(1)
                .withHeaders(present.limits().headers());
    }

    private static Reply run(Endpoint endpoint, Request request, Company present) {
        try {
            synchronized (present.account()) {
                present.settle();
                return endpoint.answer().apply(request);
            }
        } catch (ApiException problem) {
            return Replies.error(problem);
        }
    }

    @Override
    public Reply refusal(Refusal reason) {
        return Gateway.refusal(reason, company.limits());
    }

    @Override
    public Reply state() {
        Company present = company;
        synchronized (present.account()) {
            present.settle();
            return AccountState.shown(present.account());
        }
    }

    @Override
    public JsonNode ledger() {
        ObjectNode shown = company.ledger().shown();
        shown.put("hourlyLimit", settings.callsPerHour());
        shown.put("remainingThisHour", company.limits().remainingThisHour());
        return shown;
    }

    @Override
    public Reply edit(JsonNode change) {
        Company present = company;
        try {
            synchronized (present.account()) {
                present.settle();
                return new Edits(present).apply(change);
            }
        } catch (ApiException problem) {
            return Replies.error(problem);
        }
    }

    @Override
    public JsonNode seed(JsonNode amounts) {
        Company present = company;
        synchronized (present.account()) {
            return new InventedRecords(present).add(amounts);
        }
    }

    @Override
    public void reset() {
        company = new Company(NewAccount.create(settings, clock, seed));
    }

    @Override
    public void save(OutputStream out) throws IOException {
        Company present = company;
        synchronized (present.account()) {
            new AccountFile(clock).write(present, out);
        }
    }

    @Override
    public void restore(InputStream in) throws IOException {
        company = new AccountFile(clock).read(settings, in);
    }
}
