package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.record.ObjectType;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The objects that this connector writes, parents first. */
enum PipedriveObject {
    ORGANIZATION("organization"),
    PERSON("person"),
    DEAL("deal"),
    ACTIVITY("activity"),
    NOTE("note");

    private static final Map<String, String> PARAMETERS =
            Map.of("organization", "org_id", "person", "person_id", "deal", "deal_id");

    private final String objectName;

    PipedriveObject(String objectName) {
        this.objectName = objectName;
    }

    static Optional<PipedriveObject> of(ObjectType type) {
        return Arrays.stream(values())
                .filter(object -> object.objectName.equals(type.name()))
                .findFirst();
    }

    ObjectType type() {
        return ObjectType.of(objectName);
    }

    /** Whether the account can have custom fields of this object; activity fields are read only in the API. */
    boolean hasCustomFields() {
        return this == ORGANIZATION || this == PERSON || this == DEAL;
    }

    /** Returns the query parameter that asks for the records of a parent. */
    Optional<String> parentParameter(ObjectType parent) {
        Set<String> parents = switch (this) {
            case ORGANIZATION -> Set.of();
            case PERSON -> Set.of("organization", "deal");
            case DEAL -> Set.of("organization", "person");
            // By person one finds the activities whose primary participant it is, not all
            case ACTIVITY -> Set.of("organization", "deal");
            case NOTE -> Set.of("organization", "person", "deal");
        };
        return Optional.of(parent.name()).filter(parents::contains).map(PARAMETERS::get);
    }

    /** Notes are the only object that still lives in v1 of the API. */
    boolean isV1() {
        return this == NOTE;
    }

    Operation operation(String action) {
        return Operation.named(objectName + "." + action);
    }

    Operation fieldOperation(String action) {
        return Operation.named(objectName + "Field." + action);
    }
}
