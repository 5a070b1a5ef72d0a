package dev.crmmigration.engine.internal.rollback;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.catalog.SchemaKind;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which elements of our schema records use that stay: an element in use is kept. */
public final class SchemaUse {

    private final Catalog account;
    private final Set<String> watched = new HashSet<>();
    private final Set<String> used = new HashSet<>();

    /** @param elements the elements in question */
    public SchemaUse(Catalog account, Collection<SchemaElement> elements) {
        this.account = account;
        elements.forEach(
                element -> field(element).ifPresent(field -> watched.add(element.object() + " " + field.key())));
    }

    /** Looks at every record that is there. */
    public void look(RecordReader reader, Collection<ObjectType> objects) {
        for (ObjectType object : objects) {
            RecordReader.Pages pages = reader.scan(new ScanRequest.All(object));
            for (List<CrmRecord> page = pages.next(); !page.isEmpty(); page = pages.next()) {
                page.forEach(this::look);
            }
        }
    }

    private void look(CrmRecord record) {
        record.fields().forEach((key, value) -> {
            String field = record.ref().type() + " " + key;
            if (watched.contains(field) && value.value().isPresent()) {
                used.add(field);
                Object content = value.value().get();
                List<?> items = content instanceof List<?> list ? list : List.of(content);
                items.stream().filter(String.class::isInstance).forEach(item -> used.add(field + " " + item));
            }
        });
    }

    /** Tells whether a record that stays uses an element. */
    public boolean isUsed(SchemaElement element) {
        Optional<FieldDescription> field = field(element);
        if (field.isEmpty()) {
            return false;
        }
        String name = element.object() + " " + field.get().key();
        if (element.kind() == SchemaKind.FIELD) {
            return used.contains(name);
        }
        String pipeline = element.properties().getOrDefault(SchemaKind.OF_PIPELINE, "");
        String path = pipeline.isEmpty() ? element.label() : pipeline + " / " + element.label();
        return field.get().option(path).stream().anyMatch(option -> used.contains(name + " " + option.key()));
    }

    private Optional<FieldDescription> field(SchemaElement element) {
        String name = switch (element.kind()) {
            case FIELD -> element.label();
            case OPTION, STAGE, ACTIVITY_TYPE -> element.properties().getOrDefault(SchemaKind.OF_FIELD, "");
            case PIPELINE, FILTER -> "";
        };
        return account.object(element.object()).flatMap(object -> object.named(name));
    }
}
