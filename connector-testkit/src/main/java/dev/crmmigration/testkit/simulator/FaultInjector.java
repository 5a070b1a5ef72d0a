package dev.crmmigration.testkit.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.FaultRule.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Lets a fault happen to an exchange with a platform. */
final class FaultInjector {

    private final SimulatedPlatform platform;

    FaultInjector(SimulatedPlatform platform) {
        this.platform = platform;
    }

    Reply answer(Request request, Fault fault) {
        switch (fault.action()) {
            case STATUS:
                return chosen(fault);
            case STATUS_AFTER_COMMIT:
                return chosen(fault).withCost(platform.answer(request).cost());
            case RESET:
                return Reply.NONE;
            case RESET_AFTER_COMMIT:
                return Reply.NONE.withCost(platform.answer(request).cost());
            case TRUNCATE:
                return firstHalf(platform.answer(request));
            case NULL_BODY:
                return Reply.json(200, List.of("null".getBytes(UTF_8)))
                        .withCost(platform.answer(request).cost());
            case DELAY:
                pause(fault);
                return platform.answer(request);
            case BURST:
                return platform.refusal(Refusal.BURST);
            case BUDGET:
                return platform.refusal(Refusal.BUDGET);
            case BLOCKED:
                return platform.refusal(Refusal.BLOCKED);
            case UNAUTHORIZED:
                return platform.refusal(Refusal.UNAUTHORIZED);
            case PAYMENT_REQUIRED:
                return platform.refusal(Refusal.PAYMENT_REQUIRED);
            case IGNORE_FIELD:
                return platform.answer(without(request, fault.field()));
        }
        throw new AssertionError(fault.action());
    }

    private static Reply chosen(Fault fault) {
        JsonNode body = fault.body();
        if (body == null) {
            return Reply.html(fault.status(), "<html><body><h1>" + fault.status() + "</h1></body></html>");
        }
        return body.isTextual() ? Reply.html(fault.status(), body.textValue()) : Reply.json(fault.status(), body);
    }

    private static Reply firstHalf(Reply reply) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        reply.body().forEach(whole::writeBytes);
        byte[] half = Arrays.copyOf(whole.toByteArray(), whole.size() / 2);
        return reply.withBody(List.of(half));
    }

    private static void pause(Fault fault) {
        try {
            Thread.sleep(fault.delay().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Request without(Request request, String field) {
        try {
            if (!(request.json() instanceof ObjectNode body)) {
                return request;
            }
            ObjectNode parent = body;
            String member = field;
            for (int dot = member.indexOf('.'); dot >= 0; dot = member.indexOf('.')) {
                if (!(parent.get(member.substring(0, dot)) instanceof ObjectNode child)) {
                    return request;
                }
                parent = child;
                member = member.substring(dot + 1);
            }
            parent.remove(member);
            return request.withBody(Json.bytes(body));
        } catch (IOException e) {
            return request;
        }
    }
}
