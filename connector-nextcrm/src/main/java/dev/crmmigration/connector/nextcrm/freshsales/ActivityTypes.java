package dev.crmmigration.connector.nextcrm.freshsales;

import static dev.crmmigration.toolkit.mapping.FreshsalesNames.SALES_ACTIVITY;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.toolkit.mapping.DestinationView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the account calls its types of sales activities; a type that it lacks an administrator has to make. */
final class ActivityTypes {

    static final String FIELD = "sales_activity_type_id";
    static final String MAP = "activityType";

    private ActivityTypes() {}

    static ValueMap valueMap(DestinationView account) {
        return new ValueMap(MAP, List.of(), types(account));
    }

    /** Returns the type of a kind, which is an expression. */
    static String of(String kind) {
        return "map(\"" + MAP + "\", " + kind + ")";
    }

    static SchemaElement schema(DestinationView account, String kind) {
        return SchemaElement.activityType(
                ObjectType.of(SALES_ACTIVITY), FIELD, types(account).getOrDefault(kind, kind));
    }

    private static Map<String, String> types(DestinationView account) {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("call", account.firstFound(SALES_ACTIVITY, FIELD, "Call", "Phone"));
        types.put("email", account.firstFound(SALES_ACTIVITY, FIELD, "Email", "E-mail"));
        types.put("task", account.firstFound(SALES_ACTIVITY, FIELD, "Task"));
        return types;
    }
}
