package dev.crmmigration.connector.pipedrive.simulator;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** What a simulated account is like: its plan, its {@link Switch switches}, {@link Quantity quantities} and
 * {@link TextSetting texts}. Immutable. */
final class PipedriveSettings {

    private static final String PLAN = "plan";
    private static final String LAG = "lag";

    private final Plan plan;
    private final Duration lag;
    private final Map<Switch, String> answers;
    private final Map<Quantity, Integer> quantities;
    private final Map<TextSetting, String> texts;

    private PipedriveSettings(
            Plan plan,
            Duration lag,
            Map<Switch, String> answers,
            Map<Quantity, Integer> quantities,
            Map<TextSetting, String> texts) {
        this.texts = texts;
        this.plan = plan;
        this.lag = lag;
        this.answers = answers;
        this.quantities = quantities;
    }

    /**
     * Reads settings; what is absent has its default.
     *
     * @throws IllegalArgumentException if some are unknown or wrong; the message names all of them
     */
    static PipedriveSettings of(Map<String, String> given) {
        List<String> problems = new ArrayList<>();
        TreeSet<String> unknown = new TreeSet<>(given.keySet());
        unknown.remove(PLAN);
        unknown.remove(LAG);
        Map<Switch, String> answers = new EnumMap<>(Switch.class);
        for (Switch name : Switch.values()) {
            unknown.remove(name.key());
            answers.put(name, answer(name, given, problems));
        }
        Map<Quantity, Integer> quantities = new EnumMap<>(Quantity.class);
        for (Quantity name : Quantity.values()) {
            unknown.remove(name.key());
            quantities.put(name, quantity(name, given, problems));
        }
        Map<TextSetting, String> texts = new EnumMap<>(TextSetting.class);
        for (TextSetting name : TextSetting.values()) {
            unknown.remove(name.key());
            texts.put(name, given.getOrDefault(name.key(), name.standard()));
        }
        Plan plan = plan(given.getOrDefault(PLAN, "growth"), problems);
        Duration lag = lag(given.getOrDefault(LAG, "PT0S"), problems);
        unknown.forEach(name -> problems.add(name + " is not a setting"));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("simulator 'pipedrive' has " + problems.size()
                    + " invalid setting(s):\n - " + String.join("\n - ", problems));
        }
        return new PipedriveSettings(plan, lag, answers, quantities, texts);
    }

    private static String answer(Switch name, Map<String, String> given, List<String> problems) {
        String answer = given.getOrDefault(name.key(), name.answers().get(0));
        if (!name.answers().contains(answer)) {
            problems.add(name.key() + " must be one of " + name.answers() + " but was '" + answer + "'");
        }
        return answer;
    }

    private static int quantity(Quantity name, Map<String, String> given, List<String> problems) {
        String text = given.getOrDefault(name.key(), Integer.toString(name.standard()));
        if (text.matches("\\d{1,9}")) {
            return Integer.parseInt(text);
        }
        problems.add(name.key() + " must be a whole number from 0 but was '" + text + "'");
        return 0;
    }

    private static Plan plan(String text, List<String> problems) {
        for (Plan plan : Plan.values()) {
            if (plan.name().toLowerCase(Locale.ROOT).equals(text)) {
                return plan;
            }
        }
        problems.add("plan must be lite, growth, premium or ultimate but was '" + text + "'");
        return Plan.GROWTH;
    }

    private static Duration lag(String text, List<String> problems) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            problems.add("lag must be an ISO-8601 duration such as PT30S but was '" + text + "'");
            return Duration.ZERO;
        }
    }

    /** Tells whether a switch that knows on and off is on. */
    boolean isOn(Switch name) {
        return answer(name).equals("on");
    }

    String answer(Switch name) {
        return answers.getOrDefault(name, "");
    }

    int quantity(Quantity name) {
        return quantities.getOrDefault(name, 0);
    }

    String text(TextSetting name) {
        return texts.getOrDefault(name, "");
    }

    Plan plan() {
        return plan;
    }

    int seats() {
        return quantity(Quantity.SEATS);
    }

    /** Returns how long the index of update times lags behind. */
    Duration lag() {
        return lag;
    }

    boolean isOauth() {
        return answer(Switch.AUTH).equals("oauth");
    }

    /** Returns the tokens of a day. */
    long dailyBudget() {
        int fixed = quantity(Quantity.DAILY_BUDGET);
        return fixed > 0 ? fixed : plan.dailyBudget(seats()) + quantity(Quantity.TOP_UP);
    }
}
