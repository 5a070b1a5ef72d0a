package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Labels are the options of a system field, whose code is not the same in all accounts. */
final class Labels {

    private Labels() {}

    static @Nullable Field field(Account account, FieldCatalog catalog) {
        return catalog.find(account.settings().answer(Switch.LABEL_FIELD));
    }

    /** Allows ids of labels that the object has. */
    static Rule rule(Account account, FieldCatalog catalog) {
        return (parameter, value, checks) -> {
            Rules.INTEGERS.check(parameter, value, checks);
            Field labels = field(account, catalog);
            for (JsonNode id : value) {
                if (id.isIntegralNumber() && (labels == null || !labels.hasOption(id))) {
                    checks.add(parameter, "The label " + id + " does not exist.");
                }
            }
        };
    }
}
