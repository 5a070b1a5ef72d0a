package dev.crmmigration.testkit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.function.Function;

/** Lets tests and people look into a simulated account and change it, under {@code /__simulator/}. They need no credential. */
final class ControlEndpoints {

    static final String PREFIX = "/__simulator/";

    private final SimulatedPlatform platform;
    private final SimulatorClock clock;
    private final CurrentFaults faults;
    private final StateFile stateFile;
    private final Routes<Function<Request, Reply>> routes = new Routes<>();

    ControlEndpoints(SimulatedPlatform platform, SimulatorClock clock, CurrentFaults faults, StateFile stateFile) {
        this.platform = platform;
        this.clock = clock;
        this.faults = faults;
        this.stateFile = stateFile;
        routes.add("GET", PREFIX + "state", request -> platform.state());
        routes.add("GET", PREFIX + "ledger", request -> ledger());
        routes.add("GET", PREFIX + "clock", request -> time());
        routes.add("POST", PREFIX + "clock", this::advance);
        routes.add("POST", PREFIX + "faults", this::setFaults);
        routes.add("DELETE", PREFIX + "faults", request -> clearFaults());
        routes.add("POST", PREFIX + "edit", request -> platform.edit(document(request)));
        routes.add("POST", PREFIX + "seed", request -> Reply.json(200, platform.seed(document(request))));
        routes.add("POST", PREFIX + "reset", request -> reset());
        routes.add("POST", PREFIX + "save", request -> save());
    }

    Reply answer(Request request) {
        Routes.Match<Function<Request, Reply>> match = routes.find(request.method(), request.path());
        Function<Request, Reply> target = match.target();
        if (target == null) {
            return problem(match.allowed().isEmpty() ? 404 : 405, "there is no " + request);
        }
        try {
            return target.apply(request);
        } catch (IllegalArgumentException | DateTimeException e) {
            return problem(400, String.valueOf(e.getMessage()));
        }
    }

    private Reply ledger() {
        JsonNode ledger = platform.ledger();
        if (ledger instanceof ObjectNode object) {
            object.put("faults", faults.get().fired());
        }
        return Reply.json(200, ledger);
    }

    private Reply time() {
        ObjectNode time = Json.object();
        time.put("now", clock.now().toString());
        time.put("ahead", clock.offset().toString());
        return Reply.json(200, time);
    }

    private Reply advance(Request request) {
        String step = document(request).path("advance").asText("");
        clock.advance(Duration.parse(step));
        return time();
    }

    private Reply setFaults(Request request) {
        faults.set(FaultScript.of(document(request)));
        return done();
    }

    private Reply clearFaults() {
        faults.set(FaultScript.NONE);
        return done();
    }

    private Reply reset() {
        faults.set(FaultScript.NONE);
        platform.reset();
        return done();
    }

    private Reply save() {
        return stateFile.save() ? done() : problem(409, "the simulator was started without a state file");
    }

    private static JsonNode document(Request request) {
        try {
            return request.json();
        } catch (IOException e) {
            throw new IllegalArgumentException("the body is not JSON", e);
        }
    }

    private static Reply done() {
        return Reply.json(200, Json.object().put("done", true));
    }

    private static Reply problem(int status, String text) {
        return Reply.json(status, Json.object().put("error", text));
    }
}
