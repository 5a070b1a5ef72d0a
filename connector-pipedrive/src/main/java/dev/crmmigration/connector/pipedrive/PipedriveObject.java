package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.ReadBack;
import dev.crmmigration.api.record.ObjectType;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The objects that this connector writes, parents first. */
enum PipedriveObject {
    ORGANIZATION("organization"),
    PERSON("person"),
    PRODUCT("product"),
    DEAL("deal"),
    LEAD("lead"),
    ACTIVITY("activity"),
    NOTE("note"),
    ORGANIZATION_RELATIONSHIP("organizationRelationship", "organization", false),
    DEAL_PARTICIPANT("dealParticipant", "deal", true),
    DEAL_PRODUCT("dealProduct", "deal", true),
    ORGANIZATION_FOLLOWER("organizationFollower", "organization", true),
    PERSON_FOLLOWER("personFollower", "person", true),
    DEAL_FOLLOWER("dealFollower", "deal", true),
    FILE("file");

    private static final String NONE = "";
    private static final String LIST = "list";
    private static final int PAGE = 500;
    private static final int PAGE_OF_FILES = 100;

    /** By which parameters the lists of some objects ask for the records of a parent. */
    private static final Map<String, Map<String, String>> PARENT_PARAMETERS = Map.of(
            "person", Map.of("organization", "org_id", "deal", "deal_id"),
            "deal", Map.of("organization", "org_id", "person", "person_id"),
            "lead", Map.of("organization", "organization_id", "person", "person_id"),
            // By person one finds the activities whose primary participant it is, not all
            "activity", Map.of("organization", "org_id", "deal", "deal_id", "lead", "lead_id"),
            "note", Map.of("organization", "org_id", "person", "person_id", "deal", "deal_id", "lead", "lead_id"));

    private final String objectName;
    private final String onlyParent;
    private final boolean nested;

    PipedriveObject(String objectName) {
        this(objectName, NONE, false);
    }

    PipedriveObject(String objectName, String onlyParent, boolean nested) {
        this.objectName = objectName;
        this.onlyParent = onlyParent;
        this.nested = nested;
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
        return this == ORGANIZATION || this == PERSON || this == DEAL || this == PRODUCT;
    }

    /** Returns the object whose custom fields its records hold: leads hold those of deals. */
    PipedriveObject fieldOwner() {
        return this == LEAD ? DEAL : this;
    }

    /** Whether custom fields lie beside the system fields, in the forms of v1. */
    boolean hasFlatFields() {
        return this == LEAD;
    }

    /** Whether archived records are on a list of their own. */
    boolean hasArchive() {
        return this == DEAL;
    }

    /** Returns the only object by whose records these can be read, if there is no list of all. */
    Optional<ObjectType> onlyParent() {
        return onlyParent.equals(NONE) ? Optional.empty() : Optional.of(ObjectType.of(onlyParent));
    }

    /** Whether calls name a record by its parent and by what it is called there; see {@link ChildId}. */
    boolean isNested() {
        return nested;
    }

    ReadBack readBack() {
        return onlyParent().isPresent() ? ReadBack.BY_PARENT : ReadBack.PAGES;
    }

    /** Returns the member that tells a record from its neighbours: a follower is a user. */
    String idMember() {
        return objectName.endsWith("Follower") ? "user_id" : "id";
    }

    /** Returns the most records of a page (OpenAPI v1 and v2, read 2026-08-18). */
    int pageSize() {
        return this == FILE ? PAGE_OF_FILES : PAGE;
    }

    /** Returns the query parameter that asks for the records of a parent. */
    Optional<String> parentParameter(ObjectType parent) {
        return Optional.ofNullable(
                PARENT_PARAMETERS.getOrDefault(objectName, Map.of()).get(parent.name()));
    }

    /** Returns the path of the page of a record, without its id; activities and notes are shown on those of others. */
    Optional<String> page() {
        return switch (this) {
            case PERSON, ORGANIZATION, DEAL -> Optional.of("/" + objectName + "/");
            case LEAD -> Optional.of("/leads/inbox/");
            default -> Optional.empty();
        };
    }

    /** Whether it still lives in v1 of the API. */
    boolean isV1() {
        return operation(LIST).version().equals("v1");
    }

    boolean can(String action) {
        return Operation.all().containsKey(objectName + "." + action);
    }

    Operation operation(String action) {
        return Operation.named(objectName + "." + action);
    }

    Operation fieldOperation(String action) {
        return Operation.named(objectName + "Field." + action);
    }
}
