package dev.crmmigration.connector.nextcrm.mapping;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.toolkit.mapping.SourceView;
import java.util.List;

/** What was read from NextCRM and what the customer decided: editions and releases differ in objects and fields. */
public final class Business extends SourceView {

    public Business(MappingContext context) {
        super(context);
    }

    /** Returns the fields that the customer made. */
    public List<FieldDescription> customFields(String object) {
        return columns(object).stream().filter(FieldDescription::custom).toList();
    }

    /**
     * Returns the expression of the id of a record of an object that is there; no value if it is deleted or was never
     * there, since most references of NextCRM are kept when what they lead to is deleted.
     */
    public String live(String object, String id) {
        return has(object) ? "related(" + object + ", on: $id, equals: " + id + ")" : "null";
    }

    /** Returns the expression of a field of the record with an id. */
    public String of(String object, String id, String field) {
        return has(object, field)
                ? "related(" + object + ", on: $id, equals: " + id + ", each: " + column(object, field) + ")"
                : "null";
    }
}
