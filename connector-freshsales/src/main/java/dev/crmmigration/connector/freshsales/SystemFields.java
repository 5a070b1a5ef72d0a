package dev.crmmigration.connector.freshsales;

import dev.crmmigration.toolkit.destination.FieldTable;
import java.util.List;
import java.util.Map;

/** The fields that every account has, from the table {@code fields.tsv}. */
final class SystemFields {

    /** The note of the fields of which exactly one is set: what a record hangs on. */
    static final String PARENT = "parent";

    /** The note of a field that Freshsales fills by itself and never empties. */
    static final String KEPT = "kept";

    /** What the account's list of fields calls some of them. */
    private static final Map<String, String> LISTED = Map.of(
            "email", "emails",
            "sales_account", "sales_account_id",
            "contacts_added_list", "contacts",
            "account", "sales_account_id",
            "deal_value", "amount");

    private static final FieldTable TABLE = FieldTable.read(SystemFields.class, "fields.tsv");

    private SystemFields() {}

    static List<FieldTable.Row> of(FreshsalesObject object) {
        return TABLE.of(object.type());
    }

    /** Returns the key of the field that the account lists under a name. */
    static String key(String listed) {
        return LISTED.getOrDefault(listed, listed);
    }
}
