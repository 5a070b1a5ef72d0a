package dev.crmmigration.testkit.contract;

import static dev.crmmigration.testkit.contract.Rule.expect;

import dev.crmmigration.api.catalog.Access;
import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.catalog.UserDescription;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.destination.Destination;
import dev.crmmigration.api.record.ObjectType;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What a destination says of itself and of the account. */
final class CatalogRules {

    private static final Set<FieldType> REFERENCES = Set.of(FieldType.REFERENCE, FieldType.PARTICIPANTS);
    private static final Set<FieldType> PICK_LISTS = Set.of(FieldType.CHOICE, FieldType.CHOICES);

    private CatalogRules() {}

    static List<Rule> all() {
        return List.of(
                Rule.ofAccount(
                        "D1",
                        "The platform's name is in lower case, every setting is declared once and explained.",
                        CatalogRules::introduction),
                Rule.ofAccount("D2", "Two catalogs of an unchanged account are equal.", CatalogRules::stable),
                Rule.ofAccount(
                        "D3",
                        "An object is in the catalog once, and the keys of its fields are unique.",
                        CatalogRules::uniqueKeys),
                Rule.ofAccount(
                        "D4",
                        "REFERENCE and PARTICIPANTS say to which object of the catalog they refer; no other field does.",
                        CatalogRules::references),
                Rule.ofAccount(
                        "D5",
                        "Only CHOICE and CHOICES have options; options and users have keys of their own.",
                        CatalogRules::options),
                Rule.ofAccount(
                        "D6",
                        "Every object has a sample; its samples give every system field that a create can set.",
                        CatalogRules::samples));
    }

    /** Whether records can be updated. */
    static boolean isChangeable(ObjectDescription object) {
        return object.fields().stream().anyMatch(field -> field.access() == Access.WRITABLE);
    }

    private static void introduction(Probe probe) {
        Destination destination = probe.account().destination();
        String name = destination.platform();
        expect(!name.isBlank() && name.equals(name.toLowerCase(Locale.ROOT)), "the platform's name is not in lower case");
        Set<String> names = new HashSet<>();
        for (Setting setting : destination.settings()) {
            expect(names.add(setting.name()), "the setting " + setting.name() + " is declared twice");
            expect(!setting.meaning().isBlank(), "the setting " + setting.name() + " is not explained");
        }
    }

    private static void stable(Probe probe) {
        Catalog first = probe.session().catalog();
        Catalog second = probe.session().catalog();
        expect(first.account().equals(second.account()), "the account has another name now");
        expect(first.users().equals(second.users()), "the users are others now");
        for (ObjectDescription object : first.objects()) {
            expect(second.objects().contains(object), "the description of " + object.type() + " is another one now");
        }
        expect(first.equals(second), "the second catalog differs");
    }

    private static void uniqueKeys(Probe probe) {
        Set<ObjectType> types = new HashSet<>();
        for (ObjectDescription object : probe.catalog().objects()) {
            expect(types.add(object.type()), "the catalog has " + object.type() + " twice");
            Set<String> keys = new HashSet<>();
            for (FieldDescription field : object.fields()) {
                expect(!field.key().isBlank(), object.type() + " has a field without a key");
                expect(keys.add(field.key()), object.type() + " has two fields with the key " + field.key());
            }
        }
    }

    private static void references(Probe probe) {
        probe.catalog().objects().forEach(object -> object.fields().forEach(field -> {
            String where = object.type() + "." + field.key();
            expect(
                    field.refersTo().isPresent() == REFERENCES.contains(field.type()),
                    where + " is a " + field.type() + " and says "
                            + field.refersTo()
                                    .map(type -> "that it refers to " + type)
                                    .orElse("not to what it refers"));
            field.refersTo()
                    .ifPresent(type -> expect(
                            probe.catalog().object(type).isPresent(),
                            where + " refers to " + type + ", which the catalog lacks"));
        }));
    }

    private static void options(Probe probe) {
        for (ObjectDescription object : probe.catalog().objects()) {
            for (FieldDescription field : object.fields()) {
                String where = object.type() + "." + field.key();
                List<String> keys = field.options().stream().map(Option::key).toList();
                expect(
                        keys.isEmpty() || PICK_LISTS.contains(field.type()),
                        where + " is a " + field.type() + " and has options");
                expect(new HashSet<>(keys).size() == keys.size(), where + " has two options with one key");
            }
        }
        List<String> users =
                probe.catalog().users().stream().map(UserDescription::key).toList();
        expect(new HashSet<>(users).size() == users.size(), "two users have one key");
    }

    private static void samples(Probe probe) {
        for (ObjectDescription object : probe.catalog().objects()) {
            Set<String> missing = new TreeSet<>();
            object.fields().stream()
                    .filter(field -> !field.custom() && field.access() != Access.READ_ONLY)
                    .filter(field -> field.access() != Access.COMPUTED)
                    .forEach(field -> missing.add(field.key()));
            expect(probe.sample(object.type()).isPresent(), "there is no sample of " + object.type());
            probe.samples().stream()
                    .filter(sample -> sample.type().equals(object.type()))
                    .flatMap(sample -> sample.fields().keySet().stream())
                    .forEach(missing::remove);
            expect(missing.isEmpty(), "no sample of " + object.type() + " gives " + missing);
            expect(
                    !isChangeable(object)
                            || probe.sample(object.type())
                                    .filter(sample -> !sample.changes().isEmpty())
                                    .isPresent(),
                    "the first sample of " + object.type() + " changes nothing");
        }
    }
}
