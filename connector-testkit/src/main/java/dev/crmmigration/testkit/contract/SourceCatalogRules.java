package dev.crmmigration.testkit.contract;

import static dev.crmmigration.testkit.contract.Rule.expect;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.source.SourceInventory;
import dev.crmmigration.api.source.SourceSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a source says of itself, its settings and what there is to read. */
final class SourceCatalogRules {

    private SourceCatalogRules() {}

    static List<Rule<SourceProbe>> all() {
        return List.of(
                Rule.ofAccount(
                        "S1",
                        "The platform's name is in lower case, every setting is declared once and explained.",
                        probe -> CatalogChecks.introduction(
                                probe.source().source().platform(),
                                probe.source().source().settings())),
                Rule.ofAccount(
                        "S2",
                        "settings() declares every setting that the source reads: with these alone it opens the same.",
                        SourceCatalogRules::declared),
                Rule.ofAccount(
                        "S3",
                        "A setting that does not fit is a ConfigurationException that names it.",
                        SourceCatalogRules::refuses),
                Rule.ofAccount(
                        "S4",
                        "Two catalogs of an unchanged source are equal, also those of two sessions.",
                        SourceCatalogRules::stable),
                Rule.ofAccount(
                        "S5",
                        "An object is in the catalog once, and the keys of its fields are unique.",
                        probe -> CatalogChecks.uniqueKeys(probe.catalog())),
                Rule.ofAccount(
                        "S6",
                        "REFERENCE and PARTICIPANTS say to which object of the catalog they refer; no other field does.",
                        probe -> CatalogChecks.references(probe.catalog())),
                Rule.ofAccount(
                        "S7",
                        "Only CHOICE and CHOICES have options; options and users have keys of their own.",
                        probe -> CatalogChecks.options(probe.catalog())),
                Rule.ofAccount(
                        "S8",
                        "inventory() says the same every time, and nothing blank.",
                        SourceCatalogRules::inventory));
    }

    private static void declared(SourceProbe probe) {
        List<ObjectType> objects = objects(probe.catalog());
        try (SourceSession other = probe.another(declaredOnly(probe))) {
            expect(objects.equals(objects(other.catalog())), "it has other objects without undeclared settings");
        }
    }

    private static Settings declaredOnly(SourceProbe probe) {
        Settings declared = Settings.none();
        for (Setting setting : probe.source().source().settings()) {
            String name = setting.name();
            Optional<String> plain = probe.settings().get(name);
            Optional<String> secret =
                    setting.secret() ? probe.settings().secret(name).map(value -> value.reveal()) : Optional.empty();
            declared = secret.isPresent() ? declared.secret(name, secret.get()) : declared;
            declared = !setting.secret() && plain.isPresent() ? declared.with(name, plain.get()) : declared;
        }
        return declared;
    }

    private static List<ObjectType> objects(Catalog catalog) {
        return catalog.objects().stream().map(ObjectDescription::type).toList();
    }

    private static void refuses(SourceProbe probe) {
        Map<String, Settings> wrong = probe.source().wrong();
        if (wrong.isEmpty()) {
            throw new NotCheckableException("the source's test has no hook wrong()");
        }
        wrong.forEach((name, settings) -> {
            try (SourceSession opened = probe.another(settings.checked(
                    probe.source().source().platform(), probe.source().source().settings()))) {
                opened.catalog();
                throw new RuleBrokenException("it opens although " + name + " does not fit");
            } catch (ConfigurationException e) {
                expect(
                        e.problems().stream().anyMatch(problem -> problem.contains(name)),
                        "the exception does not name " + name);
            }
        });
    }

    private static void stable(SourceProbe probe) {
        CatalogChecks.same(probe.catalog(), probe.session().catalog());
        try (SourceSession other = probe.another()) {
            CatalogChecks.same(probe.catalog(), other.catalog());
        }
    }

    private static void inventory(SourceProbe probe) {
        SourceInventory first = probe.session().inventory();
        expect(
                Stream.concat(first.automations().stream(), first.gaps().stream())
                        .noneMatch(String::isBlank),
                "it has a blank entry");
        expect(first.equals(probe.session().inventory()), "the second one differs");
        try (SourceSession other = probe.another()) {
            other.catalog();
            expect(first.equals(other.inventory()), "the one of another session differs");
        }
    }
}
