package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.destination.SchemaOutcome;
import dev.crmmigration.api.destination.SchemaReceipt;
import java.util.Optional;

/** One kind of schema: how it is found, made and taken away. */
interface SchemaPart {

    /** Returns the key of an element that is there. */
    Optional<String> find(SchemaElement element);

    SchemaOutcome create(SchemaElement element);

    SchemaOutcome remove(SchemaReceipt receipt);
}
