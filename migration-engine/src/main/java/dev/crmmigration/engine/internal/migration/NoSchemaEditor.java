package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.destination.SchemaEditor;
import dev.crmmigration.api.destination.SchemaOutcome;
import dev.crmmigration.api.destination.SchemaReceipt;
import java.util.Set;

/** Stands in for the editor of a destination that has none: a person has to make what is missing. */
final class NoSchemaEditor implements SchemaEditor {

    private final String reason;

    NoSchemaEditor(String reason) {
        this.reason = reason;
    }

    @Override
    public Set<String> keys() {
        return Set.of();
    }

    @Override
    public SchemaOutcome ensure(SchemaElement element, Set<String> keysBefore) {
        return new SchemaOutcome.ForAPerson(reason);
    }

    @Override
    public SchemaOutcome remove(SchemaReceipt receipt) {
        return new SchemaOutcome.ForAPerson(reason);
    }
}
