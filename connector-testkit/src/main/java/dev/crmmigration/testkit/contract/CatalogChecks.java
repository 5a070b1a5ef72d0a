package dev.crmmigration.testkit.contract;

import static dev.crmmigration.testkit.contract.Rule.expect;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.catalog.UserDescription;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.record.ObjectType;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What sources and destinations alike say of themselves. */
final class CatalogChecks {

    private static final Set<FieldType> REFERENCES = Set.of(FieldType.REFERENCE, FieldType.PARTICIPANTS);
    static final Set<FieldType> PICK_LISTS = Set.of(FieldType.CHOICE, FieldType.CHOICES);

    private CatalogChecks() {}

    static void introduction(String platform, List<Setting> settings) {
        expect(
                !platform.isBlank() && platform.equals(platform.toLowerCase(Locale.ROOT)),
                "the platform's name is not in lower case");
        Set<String> names = new HashSet<>();
        for (Setting setting : settings) {
            expect(names.add(setting.name()), "the setting " + setting.name() + " is declared twice");
            expect(!setting.meaning().isBlank(), "the setting " + setting.name() + " is not explained");
        }
    }

    static void same(Catalog first, Catalog second) {
        expect(first.account().equals(second.account()), "the account has another name now");
        expect(first.users().equals(second.users()), "the users are others now");
        for (ObjectDescription object : first.objects()) {
            expect(second.objects().contains(object), "the description of " + object.type() + " is another one now");
        }
        expect(first.equals(second), "the second catalog differs");
    }

    static void uniqueKeys(Catalog catalog) {
        Set<ObjectType> types = new HashSet<>();
        for (ObjectDescription object : catalog.objects()) {
            expect(types.add(object.type()), "the catalog has " + object.type() + " twice");
            Set<String> keys = new HashSet<>();
            for (FieldDescription field : object.fields()) {
                expect(!field.key().isBlank(), object.type() + " has a field without a key");
                expect(keys.add(field.key()), object.type() + " has two fields with the key " + field.key());
            }
        }
    }

    static void references(Catalog catalog) {
        catalog.objects()
                .forEach(object -> object.fields().forEach(field -> {
                    String where = object.type() + "." + field.key();
                    expect(
                            field.refersTo().isPresent() == REFERENCES.contains(field.type()),
                            where + " is a " + field.type() + " and says "
                                    + field.refersTo()
                                            .map(type -> "that it refers to " + type)
                                            .orElse("not to what it refers"));
                    field.refersTo()
                            .ifPresent(type -> expect(
                                    catalog.object(type).isPresent(),
                                    where + " refers to " + type + ", which the catalog lacks"));
                }));
    }

    static void options(Catalog catalog) {
        for (ObjectDescription object : catalog.objects()) {
            for (FieldDescription field : object.fields()) {
                String where = object.type() + "." + field.key();
                List<String> keys = field.options().stream().map(Option::key).toList();
                expect(
                        keys.isEmpty() || PICK_LISTS.contains(field.type()),
                        where + " is a " + field.type() + " and has options");
                expect(new HashSet<>(keys).size() == keys.size(), where + " has two options with one key");
            }
        }
        List<String> users = catalog.users().stream().map(UserDescription::key).toList();
        expect(new HashSet<>(users).size() == users.size(), "two users have one key");
    }
}
