package dev.crmmigration.toolkit.bundle;

import dev.crmmigration.toolkit.rest.CollectionSpec;
import dev.crmmigration.toolkit.rest.RestBundle;
import java.util.ArrayList;
import java.util.List;

/** Makes of the form of a bundle the lists of the API that gives the same. */
public final class BundleApi {

    private BundleApi() {}

    /**
     * Returns the lists: one for each file of the bundle.
     *
     * @param manifest the format that the manifest of a bundle names
     * @param parent an object whose rows may hold those of another one
     * @param field the field that does
     * @param child the other one
     * @param documents the lists that are one JSON file each
     */
    public static RestBundle of(
            String manifest,
            BundleFormat format,
            BundleObject parent,
            String field,
            BundleObject child,
            CollectionSpec... documents) {
        List<CollectionSpec> collections = new ArrayList<>();
        for (BundleObject object : format.objects()) {
            CollectionSpec spec = CollectionSpec.of(object.table().name(), object.key());
            collections.add(
                    object.is(parent) ? spec.nesting(field, child.table().name()) : spec);
        }
        collections.add(CollectionSpec.of(format.definitions().name(), List.of("applies_to", format.definitionKey())));
        return new RestBundle(format.platform(), manifest, collections, List.of(documents));
    }
}
