package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.destination.SchemaEditor;
import dev.crmmigration.api.destination.SchemaOutcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes an account like another one: custom fields, options, pipelines and stages. What it cannot make is noted. */
final class Likeness {

    private final Catalog model;
    private final Catalog copy;
    private final SchemaEditor editor;
    private final Set<String> keys;
    private final List<String> notes = new ArrayList<>();

    private Likeness(Catalog model, Catalog copy, SchemaEditor editor) {
        this.model = model;
        this.copy = copy;
        this.editor = editor;
        this.keys = editor.keys();
    }

    /** Returns how the copy still differs. */
    static List<String> make(Catalog model, Catalog copy, SchemaEditor editor) {
        Likeness likeness = new Likeness(model, copy, editor);
        likeness.model.objects().forEach(likeness::object);
        likeness.users();
        return likeness.notes;
    }

    private void object(ObjectDescription object) {
        for (FieldDescription field : object.fields()) {
            boolean isThere = copy.object(object.type())
                    .flatMap(known -> known.named(field.label()))
                    .isPresent();
            if (field.custom() && !isThere) {
                ensure(element(object, field));
            } else if (isThere) {
                options(object, field);
            }
        }
    }

    private static SchemaElement element(ObjectDescription object, FieldDescription field) {
        boolean isPickList = field.type() == FieldType.CHOICE || field.type() == FieldType.CHOICES;
        return isPickList
                ? SchemaElement.pickList(
                        object.type(),
                        field.label(),
                        field.type(),
                        field.options().stream().map(Option::label).toList())
                : SchemaElement.field(object.type(), field.label(), field.type());
    }

    private void options(ObjectDescription object, FieldDescription field) {
        FieldDescription there = copy.object(object.type())
                .flatMap(known -> known.named(field.label()))
                .orElse(field);
        Set<String> pipelines = new LinkedHashSet<>();
        for (Option option : field.options()) {
            if (there.option(option.path()).isPresent()) {
                continue;
            }
            if (option.group().isPresent()) {
                String pipeline = option.group().get();
                boolean isNew = there.options().stream()
                        .noneMatch(known -> known.group().equals(option.group()));
                if (isNew && pipelines.add(pipeline)) {
                    ensure(SchemaElement.pipeline(object.type(), pipeline));
                }
                ensure(SchemaElement.stage(object.type(), there.key(), pipeline, option.label()));
            } else if (!outcome(SchemaElement.option(object.type(), there.key(), option.label()))) {
                ensure(SchemaElement.activityType(object.type(), there.key(), option.label()));
            }
        }
    }

    private void ensure(SchemaElement element) {
        if (!outcome(element)) {
            notes.add(element.kind() + " '" + element.label() + "' of " + element.object()
                    + " could not be made like in the real account");
        }
    }

    private boolean outcome(SchemaElement element) {
        SchemaOutcome outcome = editor.ensure(element, keys);
        return outcome instanceof SchemaOutcome.Created || outcome instanceof SchemaOutcome.Reused;
    }

    private void users() {
        model.users().stream()
                .filter(user -> user.active()
                        && copy.user(user.email())
                                .filter(known -> known.active())
                                .isEmpty())
                .forEach(user ->
                        notes.add("user " + user.key() + " of the real account is not there: add the user, or records"
                                + " of that owner wait in the rehearsal"));
    }
}
