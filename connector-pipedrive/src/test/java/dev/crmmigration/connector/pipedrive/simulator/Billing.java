package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/** How often something is billed, by the rules of OpenAPI v2 on {@code billing_frequency}, read 2026-08-18. */
final class Billing {

    static final String ONE_TIME = "one-time";

    private static final int MAX_CYCLES = 208;
    private static final Map<String, Integer> PER_YEAR =
            Map.of("annually", 1, "semi-annually", 2, "quarterly", 4, "monthly", 12, "weekly", 52);

    private Billing() {}

    static Shape shape(Account account, Shape shape) {
        return shape.optional("billing_frequency", (parameter, value, checks) -> {
                    Rules.oneOf(Set.of(ONE_TIME, "annually", "semi-annually", "quarterly", "monthly", "weekly"))
                            .check(parameter, value, checks);
                    if (!ONE_TIME.equals(value.asText(""))) {
                        account.requireGrowth(parameter);
                    }
                })
                .optional("billing_frequency_cycles", Billing::checkCycles);
    }

    private static void checkCycles(String parameter, JsonNode value, Checks checks) {
        if (!value.isNull()) {
            Rules.INTEGER.check(parameter, value, checks);
            Rules.between(1, MAX_CYCLES).check(parameter, value, checks);
        }
    }

    static void blank(ObjectNode record) {
        record.put("billing_frequency", ONE_TIME);
        record.putNull("billing_frequency_cycles");
    }

    /** Takes over what was sent, as long as frequency and cycles fit each other. */
    static void apply(ObjectNode record, Parameters given) {
        given.copy("billing_frequency", "billing_frequency_cycles");
        String frequency = record.path("billing_frequency").asText("");
        boolean hasCycles = record.hasNonNull("billing_frequency_cycles");
        if (frequency.equals(ONE_TIME) && hasCycles) {
            throw ApiException.badRequest("billing_frequency_cycles must be null if billing_frequency is one-time");
        }
        if (frequency.equals("weekly") && !hasCycles) {
            throw ApiException.badRequest("billing_frequency_cycles is required if billing_frequency is weekly");
        }
    }

    static boolean isRecurring(JsonNode record) {
        return perYear(record) > 0;
    }

    /** Returns how often a year it is billed; 0 for once only. */
    static int perYear(JsonNode record) {
        return PER_YEAR.getOrDefault(record.path("billing_frequency").asText(""), 0);
    }
}
