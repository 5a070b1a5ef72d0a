package dev.crmmigration.toolkit.bundle;

import dev.crmmigration.toolkit.tabular.TableSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * What a platform's bundles consist of.
 *
 * @param platform its name, such as {@code profi}
 * @param label what people call it
 * @param objects its objects, in the order in which they are looked at: what others name comes before them
 * @param definitions the file that defines custom fields, which is no object of its own
 * @param definitionKey the column of that file that holds the key of a field
 */
public record BundleFormat(
        String platform, String label, List<BundleObject> objects, TableSpec definitions, String definitionKey) {

    public BundleFormat {
        objects = List.copyOf(objects);
    }

    /** Returns all tables of a bundle. */
    List<TableSpec> tables() {
        List<TableSpec> tables =
                new ArrayList<>(objects.stream().map(BundleObject::table).toList());
        tables.add(definitions);
        return tables;
    }
}
