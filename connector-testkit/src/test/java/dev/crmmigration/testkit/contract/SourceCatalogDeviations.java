package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.api.source.SourceInventory;
import dev.crmmigration.api.source.SourceSession;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Sources that say something untrue of themselves, their settings or what there is. */
final class SourceCatalogDeviations {

    private SourceCatalogDeviations() {}

    static List<SourceDeviation> all() {
        return List.of(
                new SourceDeviation("S1", "shouts its name", whole -> new SourceForwarding.ToSource(whole) {
                    @Override
                    public String platform() {
                        return "Reference";
                    }
                }),
                settings("S1", "declares a setting twice", known -> List.of(known.get(0), known.get(0), known.get(1))),
                new SourceDeviation(
                        "S2", "reads a setting that it does not declare", SourceCatalogDeviations::secretive),
                refusing(
                        "S3",
                        "takes what does not fit",
                        (settings, open) -> open.apply(settings.with("pageSize", "2"))),
                refusing("S3", "fails with what does not fit", (settings, open) -> {
                    throw new IllegalArgumentException("no number");
                }),
                refusing("S3", "does not say which setting does not fit", (settings, open) -> {
                    throw new ConfigurationException("something is wrong");
                }),
                wavering("S4", "gives the account another name every time"),
                SourceDeviation.catalog(
                        "S5",
                        "has an object twice",
                        catalog -> objects(catalog, objects -> objects.add(objects.get(0)))),
                SourceDeviation.catalog(
                        "S5",
                        "has a field twice",
                        catalog -> objects(catalog, objects -> objects.set(0, twice(objects.get(0))))),
                SourceDeviation.field(
                        "S6", "refers to what the catalog lacks", "score", field -> refer(field, FieldType.INTEGER)),
                SourceDeviation.field(
                        "S6",
                        "does not say what a reference leads to",
                        "company",
                        field -> FieldDescription.builder(field.key(), FieldType.REFERENCE)
                                .build()),
                SourceDeviation.field(
                        "S7",
                        "gives a text options",
                        "name",
                        field -> FieldDescription.builder("name", FieldType.TEXT)
                                .options(List.of(Option.of("a", "A")))
                                .build()),
                SourceDeviation.field(
                        "S7",
                        "gives two options one key",
                        "size",
                        field -> FieldDescription.builder("size", FieldType.CHOICE)
                                .options(Stream.concat(field.options().stream(), field.options().stream())
                                        .toList())
                                .build()),
                growing("S8", "has one gap more every time"),
                SourceDeviation.session("S8", "has a gap without words", session -> inventory(session, List.of(" "))));
    }

    private static SourceDeviation settings(String rule, String what, UnaryOperator<List<Setting>> change) {
        return new SourceDeviation(rule, what, whole -> new SourceForwarding.ToSource(whole) {
            @Override
            public List<Setting> settings() {
                return change.apply(super.settings());
            }
        });
    }

    /** Forgets to declare the token, which the engine hands over all the same if it is given as a secret. */
    private static Source secretive(Source whole) {
        return new SourceForwarding.ToSource(whole) {
            @Override
            public List<Setting> settings() {
                return super.settings().stream()
                        .filter(setting -> !setting.name().equals("token"))
                        .toList();
            }
        };
    }

    private interface Opening {
        SourceSession open(Settings settings, Function<Settings, SourceSession> open);
    }

    private static SourceDeviation refusing(String rule, String what, Opening opening) {
        return SourceDeviation.opening(
                rule,
                what,
                (settings, open) -> settings.get("pageSize").filter("2"::equals).isPresent()
                        ? open.apply(settings)
                        : opening.open(settings, open));
    }

    private static SourceDeviation wavering(String rule, String what) {
        AtomicInteger count = new AtomicInteger();
        return SourceDeviation.catalog(
                rule,
                what,
                catalog -> new Catalog("reference:" + count.incrementAndGet(), catalog.objects(), catalog.users()));
    }

    private static Catalog objects(Catalog catalog, Consumer<List<ObjectDescription>> change) {
        List<ObjectDescription> objects = new ArrayList<>(catalog.objects());
        change.accept(objects);
        return new Catalog(catalog.account(), objects, catalog.users());
    }

    private static ObjectDescription twice(ObjectDescription object) {
        List<FieldDescription> fields = new ArrayList<>(object.fields());
        fields.add(fields.get(0));
        return new ObjectDescription(object.type(), fields, object.traits());
    }

    private static FieldDescription refer(FieldDescription field, FieldType type) {
        return FieldDescription.builder(field.key(), type)
                .refersTo(ReferenceContractSource.COMPANY)
                .build();
    }

    private static SourceDeviation growing(String rule, String what) {
        AtomicInteger count = new AtomicInteger();
        return SourceDeviation.session(rule, what, session -> new SourceForwarding.ToSession(session) {
            @Override
            public SourceInventory inventory() {
                return new SourceInventory(List.of(), List.of("gap " + count.incrementAndGet()));
            }
        });
    }

    private static SourceSession inventory(SourceSession session, List<String> gaps) {
        return new SourceForwarding.ToSession(session) {
            @Override
            public SourceInventory inventory() {
                return new SourceInventory(List.of(), gaps);
            }
        };
    }
}
