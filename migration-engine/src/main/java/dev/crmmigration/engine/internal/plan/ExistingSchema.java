package dev.crmmigration.engine.internal.plan;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.catalog.SchemaKind;
import java.util.Optional;

/** Tells from the catalog what the account has already, as far as the catalog can tell. */
public final class ExistingSchema {

    private ExistingSchema() {}

    public static boolean has(Catalog account, SchemaElement element) {
        String of = element.properties().getOrDefault(SchemaKind.OF_FIELD, "");
        String pipeline = element.properties().getOrDefault(SchemaKind.OF_PIPELINE, "");
        return switch (element.kind()) {
            case FIELD -> field(account, element, element.label()).isPresent();
            case OPTION, ACTIVITY_TYPE ->
                field(account, element, of)
                        .flatMap(field -> field.option(element.label()))
                        .isPresent();
            case STAGE ->
                field(account, element, of)
                        .flatMap(field -> field.option(pipeline + " / " + element.label()))
                        .isPresent();
            case PIPELINE ->
                account.object(element.object()).stream()
                        .flatMap(object -> object.fields().stream())
                        .flatMap(field -> field.options().stream())
                        .anyMatch(option -> option.group().equals(Optional.of(element.label())));
            case FILTER -> false;
        };
    }

    private static Optional<FieldDescription> field(Catalog account, SchemaElement element, String name) {
        return account.object(element.object()).flatMap(object -> object.named(name));
    }
}
