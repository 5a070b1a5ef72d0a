package dev.crmmigration.engine.internal.estimate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.engine.Estimate;
import dev.crmmigration.engine.Estimate.Charge;
import dev.crmmigration.engine.Estimate.Price;
import dev.crmmigration.engine.internal.report.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules by which a migration is priced: so many units above those that are included, rounded up to whole lots, times a
 * price.
 *
 * @param currency its code
 */
public record RateTable(String currency, List<Rule> rules) {

    private static final String OBJECT = "object:";
    private static final String GRADE = "grade:";

    /**
     * One rule.
     *
     * @param unit {@code migration}, {@code records}, {@code written}, {@code exports}, {@code days}, {@code object:NAME} or
     *     {@code grade:LETTER}
     * @param each how many units are one lot
     * @param included how many units cost nothing
     */
    public record Rule(String name, String unit, long each, long included, BigDecimal price) {}

    /** @throws ConfigurationException naming everything that is wrong */
    public static RateTable read(String text) {
        List<String> problems = new ArrayList<>();
        JsonNode root = tree(text);
        String currency = root.path("currency").asText("");
        if (!currency.matches("[A-Z]{3}")) {
            problems.add("currency must be a code such as EUR");
        }
        List<Rule> rules = new ArrayList<>();
        int number = 0;
        for (JsonNode node : root.path("rules")) {
            rule(node, "rules[" + number++ + "]", problems).ifPresent(rules::add);
        }
        if (rules.isEmpty() && problems.isEmpty()) {
            problems.add("rules must hold at least one rule");
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException("the table of rates", problems);
        }
        return new RateTable(currency, List.copyOf(rules));
    }

    private static JsonNode tree(String text) {
        try {
            return Json.parse(text);
        } catch (JsonProcessingException e) {
            throw new ConfigurationException("the table of rates is no JSON, see line "
                    + e.getLocation().getLineNr() + ". Give an object with \"currency\" and \"rules\"");
        }
    }

    private static Optional<Rule> rule(JsonNode node, String where, List<String> problems) {
        String unit = node.path("unit").asText("");
        if (!unit.matches("migration|records|written|exports|days|object:.+|grade:[A-D]")) {
            problems.add(
                    where + ".unit must be migration, records, written, exports, days, object:NAME or grade:LETTER but"
                            + " is '" + unit + "'");
            return Optional.empty();
        }
        long each = node.path("each").asLong(1);
        long included = node.path("included").asLong(0);
        String price = node.path("price").asText("");
        if (each < 1 || included < 0 || !price.matches("[0-9]+(\\.[0-9]+)?")) {
            problems.add(where + " needs \"each\" from 1, \"included\" from 0 and a \"price\" such as \"4.50\"");
            return Optional.empty();
        }
        return Optional.of(new Rule(node.path("name").asText(unit), unit, each, included, new BigDecimal(price)));
    }

    public Estimate priced(Estimate of) {
        List<Charge> charges = new ArrayList<>();
        BigDecimal total = BigDecimal.ZERO;
        for (Rule rule : rules) {
            long units = units(rule.unit(), of);
            long above = Math.max(0, units - rule.included());
            BigDecimal amount = rule.price().multiply(BigDecimal.valueOf((above + rule.each() - 1) / rule.each()));
            charges.add(new Charge(rule.name(), units, amount.toPlainString()));
            total = total.add(amount);
        }
        Price price = new Price(currency, total.toPlainString(), charges);
        return new Estimate(
                of.result(),
                of.source(),
                of.destination(),
                of.counts(),
                of.records(),
                of.rows(),
                of.schema(),
                of.budgets(),
                of.fastest(),
                of.slowest(),
                of.rollback(),
                of.usual(),
                of.exports(),
                of.grade(),
                of.gaps(),
                of.notes(),
                Optional.of(price));
    }

    private static long units(String unit, Estimate of) {
        if (unit.startsWith(OBJECT)) {
            String object = unit.substring(OBJECT.length());
            return of.counts().getOrDefault(object, 0L);
        }
        if (unit.startsWith(GRADE)) {
            return of.grade().overall().equals(unit.substring(GRADE.length())) ? 1 : 0;
        }
        return switch (unit) {
            case "migration" -> 1;
            case "records" -> of.records();
            case "written" -> of.rows().stream().mapToLong(Estimate.Row::most).sum();
            case "exports" ->
                of.exports().stream().mapToLong(Estimate.Export::exports).sum();
            default ->
                of.budgets().stream().mapToLong(Estimate.Budget::days).max().orElse(0);
        };
    }
}
