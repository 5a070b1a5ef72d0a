package dev.crmmigration.testkit.contract;

import static dev.crmmigration.testkit.contract.Rule.expect;

import dev.crmmigration.api.catalog.Access;
import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.ObjectDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a destination says of itself and of the account. */
final class CatalogRules {

    private CatalogRules() {}

    static List<Rule<Probe>> all() {
        return List.of(
                Rule.ofAccount(
                        "D1",
                        "The platform's name is in lower case, every setting is declared once and explained.",
                        probe -> CatalogChecks.introduction(
                                probe.account().destination().platform(),
                                probe.account().destination().settings())),
                Rule.ofAccount(
                        "D2",
                        "Two catalogs of an unchanged account are equal.",
                        probe -> CatalogChecks.same(
                                probe.session().catalog(), probe.session().catalog())),
                Rule.ofAccount(
                        "D3",
                        "An object is in the catalog once, and the keys of its fields are unique.",
                        probe -> CatalogChecks.uniqueKeys(probe.catalog())),
                Rule.ofAccount(
                        "D4",
                        "REFERENCE and PARTICIPANTS say to which object of the catalog they refer; no other field does."
                                + " What can stand in place of a file is in the catalog.",
                        probe -> {
                            CatalogChecks.references(probe.catalog());
                            CatalogRules.fileLinks(probe.catalog());
                        }),
                Rule.ofAccount(
                        "D5",
                        "Only CHOICE and CHOICES have options; options and users have keys of their own.",
                        probe -> CatalogChecks.options(probe.catalog())),
                Rule.ofAccount(
                        "D6",
                        "Every object has a sample; its samples give every system field that a create can set.",
                        CatalogRules::samples));
    }

    /** A link hangs on what files hang on, so whatever can have a file can have a link. */
    private static void fileLinks(Catalog catalog) {
        for (ObjectDescription files : catalog.objects()) {
            files.traits().fileLink().ifPresent(link -> {
                Optional<ObjectDescription> links = catalog.object(link.object());
                expect(
                        links.isPresent(),
                        files.type() + " is linked to by " + link.object() + ", which the catalog lacks");
                List<String> needed = new ArrayList<>(List.of(link.name(), link.address()));
                files.fields().stream()
                        .filter(field -> field.refersTo().isPresent())
                        .map(FieldDescription::key)
                        .forEach(needed::add);
                needed.forEach(key -> expect(
                        links.flatMap(object -> object.field(key))
                                .filter(CatalogRules::isWritten)
                                .isPresent(),
                        link.object() + " stands in place of " + files.type() + " and takes no " + key));
            });
        }
    }

    private static boolean isWritten(FieldDescription field) {
        return field.access() == Access.WRITABLE || field.access() == Access.ON_CREATE_ONLY;
    }

    /** Whether records can be updated. */
    static boolean isChangeable(ObjectDescription object) {
        return object.fields().stream().anyMatch(field -> field.access() == Access.WRITABLE);
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
