package dev.crmmigration.connector.kartra.pipedrive;

import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.MappingPart.Contribution;
import dev.crmmigration.api.mapping.MappingPart.Records;
import dev.crmmigration.api.mapping.MappingPart.Resolution;
import dev.crmmigration.api.record.ObjectType;
import java.util.ArrayList;
import java.util.List;

/** Finds every expression of a part and everything that an expression is made of, with the object it is over. */
final class Walk {

    /** An expression and the object that it reads. */
    record Over(ObjectType object, Expression expression) {}

    private Walk() {}

    static List<Over> expressions(MappingPart part) {
        List<Over> found = new ArrayList<>();
        found.add(new Over(part.from(), part.where()));
        if (part instanceof Records records) {
            records.derivedBy().ifPresent(key -> found.add(new Over(part.from(), key)));
            records.sameAs().ifPresent(key -> found.add(new Over(part.from(), key)));
            records.orderBy().forEach(order -> found.add(new Over(part.from(), order)));
            records.fields().forEach(field -> found.add(new Over(part.from(), field.value())));
        }
        if (part instanceof Contribution contribution) {
            found.add(new Over(part.from(), contribution.key()));
            ObjectType carrier = carrierOf(contribution);
            contribution.fields().forEach(field -> found.add(new Over(carrier, field.value())));
        }
        if (part instanceof Resolution resolution) {
            found.add(new Over(part.from(), resolution.email()));
        }
        return found;
    }

    static List<Over> nodes(Over over) {
        List<Over> nodes = new ArrayList<>(List.of(over));
        over.expression().children().forEach(child -> nodes.addAll(nodes(new Over(over.object(), child))));
        if (over.expression() instanceof Expression.Related related) {
            for (Expression other : List.of(related.on(), related.where(), related.each())) {
                nodes.addAll(nodes(new Over(related.object(), other)));
            }
            related.orderBy().forEach(order -> nodes.addAll(nodes(new Over(related.object(), order))));
        }
        return nodes;
    }

    private static ObjectType carrierOf(Contribution contribution) {
        return switch (contribution.toMapping()) {
            case "ContactToPerson" -> ObjectType.of("contact");
            case "TransactionToDeal" -> ObjectType.of("transaction");
            case "SubscriptionToDeal" -> ObjectType.of("subscription");
            default -> throw new IllegalStateException("no row carries for " + contribution.toMapping());
        };
    }
}
