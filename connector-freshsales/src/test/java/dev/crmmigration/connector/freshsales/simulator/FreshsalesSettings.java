package dev.crmmigration.connector.freshsales.simulator;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** What a simulated account is like. Immutable. */
final class FreshsalesSettings {

    private static final String TENANT = "tenant";
    private static final String PLAN = "plan";
    private static final String LAG = "lag";
    private static final String ZONE = "zone";

    private final boolean isStrict;
    private final Plan plan;
    private final Duration lag;
    private final ZoneId zone;
    private final Map<Switch, String> answers;
    private final Map<Quantity, Integer> quantities;

    private FreshsalesSettings(Reading reading, Map<String, String> given) {
        this.isStrict = reading.isStrict(given.getOrDefault(TENANT, "stock"));
        // A new account is a trial of the largest plan for three weeks.
        this.plan = reading.plan(given.getOrDefault(PLAN, isStrict ? "growth" : "enterprise"));
        this.lag = reading.lag(given.getOrDefault(LAG, "PT5S"));
        this.zone = reading.zone(given.getOrDefault(ZONE, "America/New_York"));
        this.answers = reading.answers(given);
        this.quantities = reading.quantities(given);
    }

    /**
     * Reads settings; what is absent has its default.
     *
     * @throws IllegalArgumentException if some are unknown or wrong; the message names all of them
     */
    static FreshsalesSettings of(Map<String, String> given) {
        Reading reading = new Reading(given);
        FreshsalesSettings settings = new FreshsalesSettings(reading, given);
        reading.requireNoProblem();
        return settings;
    }

    /** Tells whether deals need an account and custom fields are required. */
    boolean isStrict() {
        return isStrict;
    }

    Plan plan() {
        return plan;
    }

    /** Returns how long search and lookup lag behind. */
    Duration lag() {
        return lag;
    }

    ZoneId zone() {
        return zone;
    }

    boolean isOn(Switch name) {
        return answer(name).equals("on");
    }

    boolean is(Switch name, String answer) {
        return answer(name).equals(answer);
    }

    String answer(Switch name) {
        return answers.getOrDefault(name, "");
    }

    int status(Switch name) {
        return Integer.parseInt(answer(name));
    }

    int quantity(Quantity name) {
        return quantities.getOrDefault(name, 0);
    }

    int callsPerHour() {
        int fixed = quantity(Quantity.CALLS_PER_HOUR);
        return fixed > 0 ? fixed : plan.callsPerHour();
    }

    /** Returns the bytes that all files may have together. */
    long storageBytes() {
        int fixed = quantity(Quantity.STORAGE_BYTES);
        return fixed > 0 ? fixed : (long) plan.gigabytesPerUser() * quantity(Quantity.SEATS) * 1024 * 1024 * 1024;
    }

    /** Reads the texts and collects what is wrong with them. */
    private static final class Reading {
        private final List<String> problems = new ArrayList<>();
        private final TreeSet<String> unknown;

        Reading(Map<String, String> given) {
            unknown = new TreeSet<>(given.keySet());
            unknown.removeAll(List.of(TENANT, PLAN, LAG, ZONE));
        }

        boolean isStrict(String text) {
            if (!List.of("stock", "strict").contains(text)) {
                problems.add("tenant must be stock or strict but was '" + text + "'");
            }
            return text.equals("strict");
        }

        Plan plan(String text) {
            for (Plan plan : Plan.values()) {
                if (plan.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return plan;
                }
            }
            problems.add("plan must be free, growth, pro or enterprise but was '" + text + "'");
            return Plan.GROWTH;
        }

        Duration lag(String text) {
            try {
                return Duration.parse(text);
            } catch (DateTimeParseException e) {
                problems.add("lag must be an ISO-8601 duration such as PT5S but was '" + text + "'");
                return Duration.ZERO;
            }
        }

        ZoneId zone(String text) {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException e) {
                problems.add("zone must be a time zone such as Europe/Berlin but was '" + text + "'");
                return ZoneId.of("UTC");
            }
        }

        Map<Switch, String> answers(Map<String, String> given) {
            Map<Switch, String> answers = new EnumMap<>(Switch.class);
            for (Switch name : Switch.values()) {
                unknown.remove(name.key());
                String answer = given.getOrDefault(name.key(), name.answers().get(0));
                if (!name.answers().contains(answer)) {
                    problems.add(name.key() + " must be one of " + name.answers() + " but was '" + answer + "'");
                }
                answers.put(name, answer);
            }
            return answers;
        }

        Map<Quantity, Integer> quantities(Map<String, String> given) {
            Map<Quantity, Integer> quantities = new EnumMap<>(Quantity.class);
            for (Quantity name : Quantity.values()) {
                unknown.remove(name.key());
                String text = given.getOrDefault(name.key(), Integer.toString(name.standard()));
                if (text.matches("\\d{1,9}")) {
                    quantities.put(name, Integer.parseInt(text));
                } else {
                    problems.add(name.key() + " must be a whole number from 0 but was '" + text + "'");
                }
            }
            return quantities;
        }

        void requireNoProblem() {
            unknown.forEach(name -> problems.add(name + " is not a setting"));
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException("simulator 'freshsales' has " + problems.size()
                        + " invalid setting(s):\n - " + String.join("\n - ", problems));
            }
        }
    }
}
