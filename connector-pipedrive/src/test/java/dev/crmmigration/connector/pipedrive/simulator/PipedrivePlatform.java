package dev.crmmigration.connector.pipedrive.simulator;

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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Answers requests as Pipedrive does: gateway first, then limits, then the call itself. */
final class PipedrivePlatform implements SimulatedPlatform {

    private static final String LONG_V1 = "/api/v1";

    private final PipedriveSettings settings;
    private final SimulatorClock clock;
    private final long seed;
    private final String token;
    private final Gateway gateway;
    private volatile Company company;

    PipedrivePlatform(PipedriveSettings settings, SimulatorClock clock, long seed, String token) {
        this.settings = settings;
        this.clock = clock;
        this.seed = seed;
        this.token = token;
        this.gateway = new Gateway(settings, token);
        this.company = newCompany();
    }

    private Company newCompany() {
        Company created = new Company(NewAccount.create(settings, clock, seed));
        created.account().oauth().begin(token);
        return created;
    }

    @Override
    public Reply answer(Request received) {
        Request request = received.path().startsWith(LONG_V1)
                ? received.withPath(Endpoint.V1 + received.path().substring(LONG_V1.length()))
                : received;
        boolean isV1 = request.path().startsWith(Endpoint.V1 + "/");
        Company present = company;
        if (settings.isOauth() && request.path().startsWith(OauthEndpoints.PREFIX)) {
            return token(request, present);
        }
        Optional<Refusal> refusal = gateway.refuses(request, present.account().oauth());
        if (refusal.isPresent()) {
            return refusal(refusal.get());
        }
        Routes.Match<Endpoint> match = present.routes().find(request.method(), request.path());
        Endpoint endpoint = match.target();
        if (endpoint == null) {
            return Replies.error(isV1, unknown(match));
        }
        Optional<Refusal> obstacle = present.limits().admit(endpoint);
        if (obstacle.isPresent()) {
            return refusal(obstacle.get());
        }
        Reply reply = run(endpoint, request.withPathParameters(match.pathParameters()), present, isV1);
        int cost = endpoint.cost();
        if (!reply.isSuccess() && !settings.isOn(Switch.FAILED_CALLS_COST)) {
            present.ledger().refund(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), endpoint);
            cost = 0;
        }
        return reply.withCost(cost).withHeaders(gateway.limitHeaders(present.limits(), present.ledger(), clock));
    }

    private Reply token(Request request, Company present) {
        try {
            return new OauthEndpoints(settings, present.account().oauth()).answer(request);
        } catch (ApiException problem) {
            return Replies.error(false, problem);
        }
    }

    private static ApiException unknown(Routes.Match<Endpoint> match) {
        return match.allowed().isEmpty()
                ? ApiException.of(404, "ERR_NOT_FOUND", "Unknown method .")
                : ApiException.of(405, "ERR_METHOD_NOT_ALLOWED", "Method not allowed");
    }

    private Reply run(Endpoint endpoint, Request request, Company present, boolean isV1) {
        try {
            gateway.requireScope(endpoint);
            gateway.requireJson(request, isV1);
            synchronized (present.account()) {
                return endpoint.answer().apply(request);
            }
        } catch (ApiException problem) {
            return Replies.error(isV1, problem);
        }
    }

    @Override
    public Reply refusal(Refusal reason) {
        return gateway.refusal(reason, company.limits(), clock);
    }

    @Override
    public Reply state() {
        Company present = company;
        synchronized (present.account()) {
            return new AccountState(present).shown();
        }
    }

    @Override
    public JsonNode ledger() {
        ObjectNode shown = company.ledger().shown();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        shown.put("today", today.toString());
        shown.put("tokensToday", company.ledger().spent(today));
        shown.put("dailyBudget", settings.dailyBudget());
        ObjectNode window = shown.putObject("window");
        window.put("seconds", 2);
        window.put("limit", company.limits().windowSize());
        window.put("remaining", company.limits().remaining());
        return shown;
    }

    @Override
    public Reply edit(JsonNode change) {
        Company present = company;
        try {
            synchronized (present.account()) {
                return new Edits(present).apply(change);
            }
        } catch (ApiException problem) {
            return Replies.error(false, problem);
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
        company = newCompany();
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
        Company restored = new AccountFile(clock).read(settings, in);
        restored.account().oauth().begin(token);
        company = restored;
    }
}
