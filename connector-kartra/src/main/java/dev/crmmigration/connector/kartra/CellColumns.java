package dev.crmmigration.connector.kartra;

import dev.crmmigration.toolkit.cells.CellColumn;
import dev.crmmigration.toolkit.cells.CellColumn.Misfit;
import dev.crmmigration.toolkit.cells.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says how the cells of Kartra's columns are mended. What they mean, the connector judges itself. */
final class CellColumns {

    /** The columns whose values name the rows of their file. */
    private static final Map<String, String> IDS = Map.of(
            "contact", "lead_id",
            "transaction", "id",
            "subscription", "subscription_id",
            "appointment", "calendar_subscription_id",
            "affiliate", "affiliate_id");

    private static final Set<String> PHONES = Set.of("phone", "buyer_phone");
    private static final Set<String> POSTCODES = Set.of("zip", "buyer_zip", "shipping_zip");

    private CellColumns() {}

    static List<CellColumn> of(KartraObject object, List<BoundColumn> columns) {
        return columns.stream().map(column -> of(object, column, columns)).toList();
    }

    private static CellColumn of(KartraObject object, BoundColumn column, List<BoundColumn> all) {
        String key = column.key();
        Kind kind = key.equals(IDS.get(object.type().name())) ? Kind.ID : kind(column);
        int related = kind == Kind.POSTCODE ? index(key.replace("zip", "country"), all) : -1;
        return new CellColumn(column.index(), key, column.header(), kind, Map.of(), related, Misfit.KEEP, false);
    }

    private static int index(String key, List<BoundColumn> all) {
        return all.stream()
                .filter(column -> column.key().equals(key))
                .mapToInt(BoundColumn::index)
                .findFirst()
                .orElse(-1);
    }

    private static Kind kind(BoundColumn column) {
        return switch (column.kind()) {
            case WORD -> word(column.key());
            case PROSE, CUSTOM -> Kind.LONG_TEXT;
            case NAMES -> Kind.TEXT;
            case NUMBER -> Kind.INTEGER;
            case YES_NO -> Kind.BOOLEAN;
            case MOMENT -> Kind.MOMENT;
            case AMOUNT, BALANCE -> Kind.MONEY;
        };
    }

    private static Kind word(String key) {
        if (key.equals("email") || key.endsWith("_email")) {
            return Kind.EMAIL;
        }
        if (key.endsWith("_id")) {
            return Kind.REFERENCE;
        }
        if (PHONES.contains(key)) {
            return Kind.PHONE;
        }
        if (POSTCODES.contains(key)) {
            return Kind.POSTCODE;
        }
        return key.endsWith("country") ? Kind.COUNTRY : Kind.TEXT;
    }
}
