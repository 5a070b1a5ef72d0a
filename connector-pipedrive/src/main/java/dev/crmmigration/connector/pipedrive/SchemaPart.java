package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.destination.SchemaOutcome;
import dev.crmmigration.api.destination.SchemaReceipt;
import java.util.Optional;

/** One kind of schema: how it is found, made and taken away. */
interface SchemaPart {

    /** Returns the key of an element that is there. Of several, it is always the same. */
    Optional<String> find(SchemaElement element);

    /** Says why an element that is there cannot be used as it is. */
    default Optional<SchemaOutcome> misfit(SchemaElement element) {
        return Optional.empty();
    }

    SchemaOutcome create(SchemaElement element);

    /** Reads anew what {@link #find} looks at, as cheaply as it can: somebody else may have made the same. */
    void lookAgain(SchemaElement element);

    SchemaOutcome remove(SchemaReceipt receipt);
}
