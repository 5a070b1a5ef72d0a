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
        return switch (fault.action()) {
            case STATUS -> chosen(fault);
            case STATUS_AFTER_COMMIT ->
                chosen(fault).withCost(platform.answer(request).cost());
            case RESET -> Reply.NONE;
            case RESET_AFTER_COMMIT ->
                Reply.NONE.withCost(platform.answer(request).cost());
            case TRUNCATE -> firstHalf(platform.answer(request));
            case NULL_BODY -> platform.answer(request).withStatus(200).withBody(List.of("null".getBytes(UTF_8)));
            case DELAY -> delayed(request, fault);
            case BURST -> platform.refusal(Refusal.BURST);
            case BUDGET -> platform.refusal(Refusal.BUDGET);
            case BLOCKED -> platform.refusal(Refusal.BLOCKED);
            case UNAUTHORIZED -> platform.refusal(Refusal.UNAUTHORIZED);
            case PAYMENT_REQUIRED -> platform.refusal(Refusal.PAYMENT_REQUIRED);
            case EDIT -> afterEdit(request, fault);
            case IGNORE_FIELD -> platform.answer(without(request, fault.field()));
        };
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

    private Reply delayed(Request request, Fault fault) {
        SimulatorClock.pause(fault.delay());
        return platform.answer(request);
    }

    private Reply afterEdit(Request request, Fault fault) {
        JsonNode change = fault.body();
        if (change != null) {
            platform.edit(change);
        }
        return platform.answer(request);
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
