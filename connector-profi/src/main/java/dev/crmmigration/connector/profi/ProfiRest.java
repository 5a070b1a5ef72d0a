package dev.crmmigration.connector.profi;

import dev.crmmigration.toolkit.rest.CollectionSpec;
import dev.crmmigration.toolkit.rest.RestBundle;
import java.util.ArrayList;
import java.util.List;

/** What Profi's bundle has, as lists of an API. */
final class ProfiRest {

    static final RestBundle BUNDLE = new RestBundle(
            "profi",
            "profi-export",
            collections(),
            List.of(CollectionSpec.of("automations", List.of("automation_id"))));

    private ProfiRest() {}

    private static List<CollectionSpec> collections() {
        List<CollectionSpec> all = new ArrayList<>();
        for (ProfiObject object : ProfiObject.ALL) {
            CollectionSpec spec = CollectionSpec.of(object.table().name(), object.key());
            all.add(
                    object.is(ProfiObject.INVOICE)
                            ? spec.nesting("lines", ProfiObject.LINE.table().name())
                            : spec);
        }
        all.add(CollectionSpec.of(PaperTables.CUSTOM_FIELDS.name(), List.of("applies_to", "field_key")));
        return all;
    }
}
