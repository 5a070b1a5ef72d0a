package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.ReadBack;
import dev.crmmigration.api.record.ObjectType;
import java.util.LinkedHashSet;
import java.util.Set;

/** The objects that can be read back page by page; what is done to others stays unproven, and reports say so. */
final class ReadableObjects {

    private ReadableObjects() {}

    static Set<ObjectType> of(Catalog account, Set<ObjectType> objects) {
        Set<ObjectType> readable = new LinkedHashSet<>();
        for (ObjectType type : objects) {
            account.object(type)
                    .filter(object -> object.traits().readBack() == ReadBack.PAGES)
                    .ifPresent(object -> readable.add(type));
        }
        return readable;
    }
}
