package dev.crmmigration.engine.internal.plan;

import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.engine.DocumentName;
import dev.crmmigration.engine.internal.expression.FunctionRegistry;
import dev.crmmigration.engine.internal.plan.CompiledPlan.RecordRule;
import dev.crmmigration.engine.internal.plan.PlanDocument.MappingEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what is wrong with a plan by itself, without looking at any record. */
final class PlanCheck {

    private static final Pattern DOCUMENT = Pattern.compile("[a-z][a-z0-9-]{0,60}");

    private final PlanDocument plan;
    private final FunctionRegistry functions;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> documents = new HashSet<>();

    private PlanCheck(PlanDocument plan, FunctionRegistry functions) {
        this.plan = plan;
        this.functions = functions;
    }

    static List<String> problems(PlanDocument plan, CompiledPlan compiled, FunctionRegistry functions) {
        PlanCheck check = new PlanCheck(plan, functions);
        plan.mappings().forEach(check::mapping);
        compiled.rules().forEach(check::fields);
        return List.copyOf(check.problems);
    }

    private void mapping(MappingEntry mapping) {
        for (MappingPart part : mapping.parts()) {
            expressions(part).forEach(expression -> expression(mapping.name(), expression));
            if (part instanceof MappingPart.Contribution contribution) {
                target(mapping.name(), contribution);
            }
            if (part instanceof MappingPart.Document document) {
                document(mapping.name(), document);
            }
        }
    }

    /** Each document is a file of its own beside the reports of the steps. */
    private void document(String mapping, MappingPart.Document part) {
        if (!DOCUMENT.matcher(part.name()).matches()
                || DocumentName.of(part.name()).isPresent()) {
            problems.add(mapping + " names a document that cannot be a file of its own. Use small letters, digits and"
                    + " hyphens, and no name of a report");
        } else if (!documents.add(part.name())) {
            problems.add(mapping + " writes document " + part.name() + ", which another part writes already");
        }
        if (part.columns().isEmpty()) {
            problems.add(mapping + " writes document " + part.name() + " without any column");
        }
    }

    private void target(String mapping, MappingPart.Contribution part) {
        boolean known = plan.mapping(part.toMapping()).stream()
                .flatMap(entry -> entry.parts().stream())
                .anyMatch(other -> other instanceof MappingPart.Records records
                        && records.part().equals(part.toPart()));
        if (!known) {
            problems.add(mapping + " adds to " + part.toMapping() + " (" + part.toPart() + "), which gives no records");
        }
    }

    private void expression(String mapping, Expression expression) {
        functions.check(expression).forEach(problem -> problems.add(mapping + ": " + problem));
        links(expression, mapping);
    }

    private void links(Expression expression, String mapping) {
        if (expression instanceof Expression.Link link
                && plan.mapping(link.mapping()).isEmpty()) {
            problems.add(mapping + ": " + expression + " leads to a mapping that the plan does not have");
        }
        if (expression instanceof Expression.MapValue map
                && plan.valueMaps().stream().noneMatch(known -> known.name().equals(map.valueMap()))) {
            problems.add(mapping + ": " + expression + " names a value map that the plan does not have");
        }
        expression.children().forEach(child -> links(child, mapping));
    }

    /** Two rows may add to one field, but only one may set it. */
    private void fields(RecordRule rule) {
        Map<String, List<FieldMapping>> byTarget = new HashMap<>();
        rule.fields()
                .forEach(field -> byTarget.computeIfAbsent(field.target(), target -> new ArrayList<>())
                        .add(field));
        byTarget.forEach((target, fields) -> {
            if (fields.size() > 1 && !fields.stream().allMatch(FieldMapping::adds)) {
                problems.add("field " + target + " of " + rule.to() + " is set by " + fields.size()
                        + " parts of the records of " + rule.mapping()
                        + ". Let all but one go, or let all of them add");
            }
        });
    }

    static List<Expression> expressions(MappingPart part) {
        List<Expression> expressions = new ArrayList<>(List.of(part.where()));
        if (part instanceof MappingPart.Records records) {
            records.derivedBy().ifPresent(expressions::add);
            records.sameAs().ifPresent(expressions::add);
            expressions.addAll(records.orderBy());
            records.fields().forEach(field -> expressions.add(field.value()));
        } else if (part instanceof MappingPart.Contribution contribution) {
            expressions.add(contribution.key());
            contribution.fields().forEach(field -> expressions.add(field.value()));
        } else if (part instanceof MappingPart.Resolution resolution) {
            expressions.add(resolution.email());
        } else if (part instanceof MappingPart.Document document) {
            document.columns().forEach(column -> expressions.add(column.value()));
        }
        return expressions;
    }

    /** Returns every expression of a plan together with the object that it speaks of. */
    static List<Expression> all(PlanDocument plan) {
        return plan.mappings().stream()
                .flatMap(mapping -> mapping.parts().stream())
                .flatMap(part -> expressions(part).stream())
                .toList();
    }
}
