package dev.crmmigration.engine.internal.plan;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.record.ObjectType;
import java.util.List;
import java.util.Optional;

/** The fields that hold the keys of the source: which object has one, and whether the account has room for them. */
final class KeyFields {

    private KeyFields() {}

    /** Returns the field for an object's keys, unless the plan does without or a mapping sets that field itself. */
    static Optional<String> of(PlanDocument plan, Catalog account, ObjectType object, List<FieldMapping> fields) {
        if (!plan.answer(Policies.SOURCE_KEY).equals(Policies.ON)) {
            return Optional.empty();
        }
        return account.object(object)
                .flatMap(known -> known.traits().keyField())
                .filter(name ->
                        fields.stream().noneMatch(field -> field.target().equals(name)));
    }

    /** Returns what has to be made for a field with keys; nothing if it is one that every account has. */
    static Optional<SchemaElement> schema(Catalog account, ObjectType object, String field) {
        boolean everyAccountHasIt = account.object(object)
                .flatMap((ObjectDescription known) -> known.field(field))
                .filter(known -> !known.custom())
                .isPresent();
        return everyAccountHasIt ? Optional.empty() : Optional.of(SchemaElement.field(object, field, FieldType.TEXT));
    }

    /** Tells whether the account has room for all that a plan adds to its schema, these fields included. */
    static boolean fit(PlanDocument plan, Catalog account) {
        return Capacities.ofElements(new CompiledPlan(plan, account).schema(), account)
                .isEmpty();
    }
}
