package dev.crmmigration.toolkit.bundle;

import dev.crmmigration.toolkit.cells.Kind;
import dev.crmmigration.toolkit.tabular.Column;
import dev.crmmigration.toolkit.tabular.TableSpec;
import java.util.ArrayList;
import java.util.List;

/** Makes tables and their columns. */
public final class Columns {

    public static final String CREATED = "created_at";
    public static final String UPDATED = "updated_at";
    public static final String DELETED = "deleted_at";

    private Columns() {}

    /** Makes a table; when a row was made, changed and deleted may stand in every one. */
    public static TableSpec table(String name, Column... columns) {
        List<Column> all = new ArrayList<>(List.of(columns));
        all.add(Column.of(Kind.MOMENT, CREATED).ordered());
        all.add(Column.of(Kind.MOMENT, UPDATED));
        all.add(Column.of(Kind.MOMENT, DELETED));
        return new TableSpec(name, all);
    }

    public static Column field(Kind kind, String key) {
        return Column.of(kind, key);
    }

    public static Column money(String key) {
        return Column.of(Kind.MONEY, key).related("currency");
    }
}
