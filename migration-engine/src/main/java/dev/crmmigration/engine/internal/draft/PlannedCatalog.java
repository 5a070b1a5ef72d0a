package dev.crmmigration.engine.internal.draft;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.catalog.SchemaKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The account as it will be once it is prepared: what it has, and what the plan will add. Keys of what is not there yet
 * are made up; they are never sent.
 */
public final class PlannedCatalog {

    private PlannedCatalog() {}

    public static Catalog of(Catalog account, List<SchemaElement> planned) {
        List<ObjectDescription> objects = new ArrayList<>();
        for (ObjectDescription object : account.objects()) {
            ObjectDescription grown = object;
            for (SchemaElement element : planned) {
                if (element.object().equals(object.type())) {
                    grown = with(grown, element);
                }
            }
            objects.add(grown);
        }
        return new Catalog(account.account(), objects, account.users(), account.capacities());
    }

    private static ObjectDescription with(ObjectDescription object, SchemaElement element) {
        String of = element.properties().getOrDefault(SchemaKind.OF_FIELD, "");
        return switch (element.kind()) {
            case FIELD ->
                object.named(element.label()).isPresent()
                        ? withOptions(object, element.label(), options(element.options()))
                        : withField(object, element);
            case OPTION, ACTIVITY_TYPE -> withOptions(object, of, options(List.of(element.label())));
            case STAGE -> withOptions(object, of, List.of(stage(element)));
            case PIPELINE, FILTER -> object;
        };
    }

    private static List<Option> options(List<String> labels) {
        return labels.stream()
                .map(label -> Option.of("planned:" + label, label))
                .toList();
    }

    private static Option stage(SchemaElement element) {
        String pipeline = element.properties().getOrDefault(SchemaKind.OF_PIPELINE, "");
        return new Option("planned:" + pipeline + "/" + element.label(), element.label(), Optional.of(pipeline));
    }

    private static ObjectDescription withField(ObjectDescription object, SchemaElement element) {
        FieldType type = FieldType.valueOf(element.properties().getOrDefault(SchemaKind.TYPE, FieldType.TEXT.name()));
        FieldDescription field = FieldDescription.builder("planned:" + element.label(), type)
                .label(element.label())
                .platformType("")
                .custom()
                .options(options(element.options()))
                .build();
        List<FieldDescription> fields = new ArrayList<>(object.fields());
        fields.add(field);
        return new ObjectDescription(object.type(), fields, object.traits());
    }

    private static ObjectDescription withOptions(ObjectDescription object, String name, List<Option> planned) {
        Optional<FieldDescription> found = object.named(name);
        if (found.isEmpty()) {
            return object;
        }
        FieldDescription field = found.get();
        List<Option> options = new ArrayList<>(field.options());
        for (Option option : planned) {
            if (options.stream().noneMatch(known -> known.path().equals(option.path()))) {
                options.add(option);
            }
        }
        return replaced(object, field, options);
    }

    private static ObjectDescription replaced(ObjectDescription object, FieldDescription old, List<Option> options) {
        FieldDescription grown = new FieldDescription(
                old.key(),
                old.label(),
                old.type(),
                old.platformType(),
                old.access(),
                old.required(),
                old.custom(),
                options,
                old.refersTo());
        List<FieldDescription> fields = object.fields().stream()
                .map(field -> field.equals(old) ? grown : field)
                .toList();
        return new ObjectDescription(object.type(), fields, object.traits());
    }
}
