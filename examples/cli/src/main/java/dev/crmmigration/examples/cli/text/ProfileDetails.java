package dev.crmmigration.examples.cli.text;

import dev.crmmigration.engine.Profile;
import dev.crmmigration.engine.Profile.FieldProfile;
import dev.crmmigration.engine.Profile.ObjectProfile;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/** What the values of a source are like, as tables. */
final class ProfileDetails {

    private static final int MOST_VALUES = 4;

    private ProfileDetails() {}

    static Table fields(Profile profile) {
        Table table = Table.of("object", "field", "type", "filled", "looks like", "different", "longest");
        forEach(profile, (object, field) -> {
            if (field.filled() > 0) {
                table.row(
                        object.object(),
                        field.label(),
                        field.type(),
                        percent(field.filled(), object.records()),
                        field.values().looksLike(),
                        (field.values().distinctExact() ? "" : "about ")
                                + Words.number(field.values().distinct()),
                        field.values().longest());
            }
        });
        return table;
    }

    static Table differing(Profile profile) {
        Table table = Table.of("object", "field", "declared", "values look like");
        forEach(profile, (object, field) -> {
            if (field.values().differs()) {
                table.row(
                        object.object(),
                        field.label(),
                        field.type(),
                        field.values().looksLike());
            }
        });
        return table;
    }

    /** Shows the fields that have few values, and each of them more than once. */
    static Table values(Profile profile) {
        Table table = Table.of("object", "field", "values");
        forEach(profile, (object, field) -> {
            List<String> values = field.values().top().stream()
                    .limit(MOST_VALUES)
                    .map(value -> value.value() + " (" + Words.number(value.records()) + ")")
                    .toList();
            if (!values.isEmpty()) {
                table.row(object.object(), field.label(), String.join(", ", values));
            }
        });
        return table;
    }

    static Table standing(Profile profile) {
        Table table = Table.of("object", "standing", "records", "field", "because it");
        profile.standing().stream()
                .filter(count -> count.records() > 0)
                .forEach(count ->
                        table.row(count.object(), count.standing(), count.records(), count.field(), count.rule()));
        return table;
    }

    static Table tags(Profile profile) {
        Table table = Table.of("object", "field", "names", "behavioural");
        profile.tags().forEach(tag -> table.row(tag.object(), tag.field(), tag.distinct(), tag.behavioural()));
        return table;
    }

    static Table behaviour(Profile profile) {
        Table table = Table.of("object", "field", "name", "records", "use");
        profile.tags()
                .forEach(tag -> tag.names().stream()
                        .filter(Profile.TagCount::behavioural)
                        .forEach(name ->
                                table.row(tag.object(), tag.field(), name.name(), name.records(), "informational")));
        return table;
    }

    static Table links(Profile profile) {
        Table table = Table.of("object", "field", "leads to", "filled", "empty", "broken", "mendable");
        profile.links()
                .forEach(link -> table.row(
                        link.object(),
                        link.field(),
                        link.to(),
                        link.filled(),
                        link.empty(),
                        link.broken(),
                        link.mendable()));
        return table;
    }

    static List<String> repairs(Profile profile) {
        return profile.links().stream()
                .filter(link -> link.broken() > 0)
                .map(link -> link.object() + "." + link.field() + ": " + link.repair())
                .toList();
    }

    static Table files(Profile profile) {
        Profile.FilesProfile files = profile.attachments();
        Table table = Table.of("files", "missing", "in all", "largest", "too large where the limit is");
        if (files.files() > 0) {
            table.row(
                    files.files(),
                    files.missing(),
                    Words.bytes(files.bytes()),
                    Words.bytes(files.largest().stream().findFirst().orElse(0L)),
                    Words.amounts(files.over()));
        }
        return table;
    }

    private static void forEach(Profile profile, BiConsumer<ObjectProfile, FieldProfile> action) {
        profile.objects().forEach(object -> object.fields().forEach(field -> action.accept(object, field)));
    }

    private static String percent(long part, long whole) {
        return whole == 0 ? "" : String.format(Locale.ROOT, "%.0f %%", 100.0 * part / whole);
    }
}
