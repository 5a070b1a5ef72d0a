package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.IntNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads single parameters of a query as strictly as bodies are read. */
final class QueryValues {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 500;

    private QueryValues() {}

    static String choice(
            Map<String, String> query, String parameter, Set<String> choices, String otherwise, Checks checks) {
        String value = query.getOrDefault(parameter, otherwise);
        if (choices.contains(value)) {
            return value;
        }
        checks.add(parameter, "The value you selected is not a valid choice.");
        return otherwise;
    }

    /** Returns the choices of a list with commas; empty if the parameter is absent. */
    static List<String> choices(Map<String, String> query, String parameter, Set<String> choices, Checks checks) {
        List<String> chosen = new ArrayList<>();
        for (String choice : query.getOrDefault(parameter, "").split(",", -1)) {
            String name = choice.strip();
            if (choices.contains(name)) {
                chosen.add(name);
            } else if (!name.isEmpty()) {
                checks.add(parameter, "The value you selected is not a valid choice.");
            }
        }
        return chosen;
    }

    static long number(String parameter, String value, Checks checks) {
        if (value.matches("\\d{1,18}")) {
            return Long.parseLong(value);
        }
        checks.add(parameter, "This value should be of type integer.");
        return 0;
    }

    static boolean flag(Map<String, String> query, String parameter, Checks checks) {
        return choice(query, parameter, Set.of("true", "false", "1", "0"), "false", checks)
                .matches("true|1");
    }

    /** Returns the ids of a list with commas. */
    static List<Long> ids(String parameter, String given, int most, Checks checks) {
        List<Long> ids = new ArrayList<>();
        for (String id : given.split(",", -1)) {
            ids.add(number(parameter, id.strip(), checks));
        }
        if (ids.size() > most) {
            checks.add(parameter, "At most " + most + " ids can be requested.");
        }
        return ids;
    }

    static int limit(Map<String, String> query, PipedriveSettings settings, Checks checks) {
        return limit(query, settings, MAX_LIMIT, checks);
    }

    /** Returns the length of a page. What more than the maximum means is a switch. */
    static int limit(Map<String, String> query, PipedriveSettings settings, int most, Checks checks) {
        String given = query.get("limit");
        if (given == null) {
            return Math.min(DEFAULT_LIMIT, most);
        }
        long limit = number("limit", given, checks);
        if (limit > most && settings.answer(Switch.LIMIT_ABOVE_MAX).equals("clamp")) {
            return most;
        }
        Rules.between(1, most).check("limit", IntNode.valueOf((int) Math.min(limit, Integer.MAX_VALUE)), checks);
        return (int) Math.max(1, Math.min(limit, most));
    }
}
