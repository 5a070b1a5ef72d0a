package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.toolkit.codec.Ids;
import dev.crmmigration.toolkit.destination.FieldBodies;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a record hangs on: one of three fields here, a type and an id in calls. */
final class Parents {

    private static final Map<String, FreshsalesObject> FIELDS = Map.of(
            "contact_id", FreshsalesObject.CONTACT,
            "sales_account_id", FreshsalesObject.SALES_ACCOUNT,
            "deal_id", FreshsalesObject.DEAL);

    private Parents() {}

    static boolean isParent(FreshsalesObject kind, String field) {
        return kind.hangs() && FIELDS.containsKey(field);
    }

    /** Returns what calls call the object to which a field refers. */
    static String model(String field) {
        FreshsalesObject object = FIELDS.get(field);
        if (object == null) {
            throw new IllegalArgumentException(field + " refers to no parent");
        }
        return object.model();
    }

    /** Returns the field that refers to records of an object; empty if nothing hangs on those. */
    static Optional<String> field(ObjectType type) {
        return FIELDS.entrySet().stream()
                .filter(entry -> entry.getValue().type().equals(type))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Finds exactly one parent. */
    static List<FieldError> check(Map<String, FieldValue> values) {
        long given = FIELDS.keySet().stream()
                .filter(field -> FieldBodies.has(values, field))
                .count();
        if (given == 1) {
            return List.of();
        }
        return List.of(new FieldError(
                "contact_id",
                given == 0 ? "NO_PARENT" : "TWO_PARENTS",
                "It hangs on one contact, one account or one deal. Map exactly one of them."));
    }

    /** Reads the parent that an answer names: in a list, or in older answers alone. */
    static Optional<RecordRef> of(JsonObject json) {
        return json.objects("targetables").stream()
                .findFirst()
                .or(() -> json.object("targetable"))
                .or(() -> Optional.of(json))
                .flatMap(Parents::named);
    }

    private static Optional<RecordRef> named(JsonObject target) {
        Optional<String> model = target.text("type").or(() -> target.text("targetable_type"));
        String id = Ids.text(target.get("targetable_id") == null ? target.get("id") : target.get("targetable_id"));
        return model.flatMap(FreshsalesObject::ofModel)
                .filter(object -> id != null)
                .map(object -> new RecordRef(object.type(), String.valueOf(id)));
    }
}
