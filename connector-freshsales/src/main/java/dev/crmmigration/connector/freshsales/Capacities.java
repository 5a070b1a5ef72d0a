package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.catalog.Capacity;
import dev.crmmigration.api.catalog.SchemaKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the plan lets an account hold: custom fields, and bytes of files. */
final class Capacities {

    private Capacities() {}

    /**
     * Freshsales counts custom fields object by object; so the fullest object is taken for all, which never lets too many
     * through. How many bytes an account holds it does not tell.
     */
    static List<Capacity> of(FreshsalesSettings settings, Map<FreshsalesObject, List<RemoteField>> fields) {
        List<Capacity> capacities = new ArrayList<>();
        settings.customFieldCap()
                .ifPresent(cap -> capacities.add(
                        Capacity.ofElements("custom fields of one object", cap, fullest(fields), SchemaKind.FIELD)));
        settings.storage().ifPresent(bytes -> capacities.add(Capacity.ofFileBytes("bytes of files", bytes, 0)));
        return capacities;
    }

    private static long fullest(Map<FreshsalesObject, List<RemoteField>> fields) {
        return fields.values().stream()
                .mapToLong(list -> list.stream().filter(RemoteField::custom).count())
                .max()
                .orElse(0);
    }
}
