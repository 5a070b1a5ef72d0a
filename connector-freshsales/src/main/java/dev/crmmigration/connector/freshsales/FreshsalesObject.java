package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.catalog.ReadBack;
import dev.crmmigration.api.record.ObjectType;
import java.util.Arrays;
import java.util.Optional;

/** The objects that this connector writes, parents first. */
enum FreshsalesObject {
    SALES_ACCOUNT("sales_account", "sales_accounts", "SalesAccount", Way.VIEW),
    CONTACT("contact", "contacts", "Contact", Way.VIEW),
    DEAL("deal", "deals", "Deal", Way.VIEW),
    APPOINTMENT("appointment", "appointments", "", Way.LIST),
    TASK("task", "tasks", "", Way.LIST),
    NOTE("note", "notes", "", Way.PARENT),
    SALES_ACTIVITY("sales_activity", "sales_activities", "", Way.LIST),
    PHONE_CALL("phone_call", "phone_calls", "", Way.NONE),
    DOCUMENT("document", "documents", "", Way.PARENT),
    DOCUMENT_LINK("document_link", "document_links", "", Way.PARENT);

    private final String objectName;
    private final String plural;
    private final String model;
    private final Way way;

    FreshsalesObject(String objectName, String plural, String model, Way way) {
        this.objectName = objectName;
        this.plural = plural;
        this.model = model;
        this.way = way;
    }

    /** How records can be listed. */
    private enum Way {
        /** By a view of the account. */
        VIEW,
        /** By the lists of the object. */
        LIST,
        /** By the record that they hang on. */
        PARENT,
        /** Not at all. */
        NONE
    }

    static Optional<FreshsalesObject> of(ObjectType type) {
        return Arrays.stream(values())
                .filter(object -> object.objectName.equals(type.name()))
                .findFirst();
    }

    /** Finds the object by the name under which others hang on it, such as {@code SalesAccount}. */
    static Optional<FreshsalesObject> ofModel(String model) {
        return Arrays.stream(values())
                .filter(object -> object.isParent() && object.model.equals(model))
                .findFirst();
    }

    ObjectType type() {
        return ObjectType.of(objectName);
    }

    /** Returns the name of its envelope, and of its type. */
    String envelope() {
        return objectName;
    }

    /** Returns its word in paths, and the name of a list of it. */
    String plural() {
        return plural;
    }

    /**
     * Returns the path of the page on which people see one; empty if it shows on the page of what it hangs on. That of a file
     * leads on to its content, whose own address expires (one client of the API does so).
     */
    Optional<String> page() {
        return switch (this) {
            case CONTACT -> Optional.of("contacts");
            case SALES_ACCOUNT -> Optional.of("accounts");
            case DEAL -> Optional.of("deals");
            case DOCUMENT -> Optional.of("documents");
            default -> Optional.empty();
        };
    }

    /** Returns the name by which what hangs on it calls it. */
    String model() {
        return model;
    }

    /** Whether others can hang on it: contacts, accounts and deals, which are listed by views. */
    boolean isParent() {
        return way == Way.VIEW;
    }

    /** Whether it hangs on exactly one parent. */
    boolean hangs() {
        return !isParent();
    }

    /** Whether bodies and answers have no envelope. */
    boolean isFlat() {
        return this == DOCUMENT || this == DOCUMENT_LINK;
    }

    /** Whether the account can have custom fields of this object. */
    boolean hasFields() {
        return isParent() || this == SALES_ACTIVITY;
    }

    /** Returns what has to be asked for beside the record itself. */
    Optional<String> include() {
        return switch (this) {
            case CONTACT -> Optional.of("sales_accounts");
            case DEAL -> Optional.of("contacts");
            case APPOINTMENT -> Optional.of("targetable,appointment_attendees");
            case TASK -> Optional.of("targetable");
            default -> Optional.empty();
        };
    }

    boolean canUpdate() {
        return this != PHONE_CALL && !isFlat();
    }

    /** The call that deletes files and links is not documented; an account that lacks it answers as if they were gone. */
    boolean canDelete() {
        return this != PHONE_CALL;
    }

    ReadBack readBack() {
        return switch (way) {
            case VIEW, LIST -> ReadBack.PAGES;
            case PARENT -> ReadBack.BY_PARENT;
            case NONE -> ReadBack.NONE;
        };
    }
}
