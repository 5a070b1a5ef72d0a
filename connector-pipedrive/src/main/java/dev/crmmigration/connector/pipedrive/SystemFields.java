package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.toolkit.destination.FieldTable;
import java.util.List;

/** The fields that every account has, from the table {@code fields.tsv}. */
final class SystemFields {

    /** The note of a field that only accounts which list it have. */
    static final String EXPOSED = "exposed";

    /** The note of a field that a list gives only if asked for it. */
    static final String INCLUDED = "included";

    /** The note of a field that the path of a call names, not its body. */
    static final String PATH = "path";

    private static final FieldTable TABLE = FieldTable.read(SystemFields.class, "fields.tsv");

    private SystemFields() {}

    static List<FieldTable.Row> of(PipedriveObject object) {
        return TABLE.of(object.type());
    }
}
