package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.FileLink;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.testkit.reference.ReferenceAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Destinations that say something wrong of themselves, of the account, or of values. */
final class CatalogDeviations {

    private CatalogDeviations() {}

    private static Deviation linkedBy(String what, ObjectType links, String address) {
        return Deviation.traits(
                "D4",
                what,
                ReferenceAccount.COMPANY,
                traits -> traits.withFileLink(new FileLink(links, "name", address)));
    }

    static List<Deviation> all() {
        return List.of(
                new Deviation("D1", "cannot be opened", whole -> new Forwarding.ToDestination(whole) {
                    @Override
                    public DestinationSession open(Settings settings, ConnectorContext context) {
                        throw new FatalConnectorException("the account is closed");
                    }
                }),
                new Deviation("D1", "has a name in capitals", whole -> new Forwarding.ToDestination(whole) {
                    @Override
                    public String platform() {
                        return "Reference";
                    }
                }),
                new Deviation("D1", "does not explain a setting", whole -> new Forwarding.ToDestination(whole) {
                    @Override
                    public List<Setting> settings() {
                        return List.of(Setting.secret("token", "Any text"), Setting.optional("mode", " "));
                    }
                }),
                relabelsEveryTime(),
                Deviation.object(
                        "D3",
                        "has a field twice",
                        ReferenceAccount.COMPANY,
                        company -> withField(company, company.fields().get(0))),
                referringTo("has a reference to an unknown object", Optional.of(ObjectType.of("ghost"))),
                referringTo("has a reference to nothing", Optional.empty()),
                linkedBy("links to files by what is not there", ObjectType.of("ghost"), "name"),
                linkedBy("links to files by what has no such field", ReferenceAccount.COMPANY, "url"),
                Deviation.field(
                        "D5",
                        "has an option key twice",
                        ReferenceAccount.COMPANY,
                        "rating",
                        rating -> options(rating, rating.options().get(0).key())),
                Deviation.catalog("D6", "has an object without a sample", CatalogDeviations::withAnotherObject),
                Deviation.object(
                        "D6",
                        "has a field that no sample gives",
                        ReferenceAccount.COMPANY,
                        company -> withField(
                                company,
                                FieldDescription.builder("fax", FieldType.TEXT).build())),
                wavers(),
                canonical("D14", "makes a call for it", (session, field, value) -> {
                    session.catalog();
                    return session.canonical(ReferenceAccount.COMPANY, field, value);
                }),
                canonical(
                        "D15",
                        "adds a full stop every time",
                        (session, field, value) -> value instanceof String text
                                ? Stored.as(text.strip() + ".")
                                : session.canonical(ReferenceAccount.COMPANY, field, value)),
                canonical("D16", "knows no field that is not made yet", (session, field, value) -> {
                    if (field.platformType().isEmpty()) {
                        throw new IllegalArgumentException("there is no such type");
                    }
                    return session.canonical(ReferenceAccount.COMPANY, field, value);
                }));
    }

    private static Deviation relabelsEveryTime() {
        AtomicInteger calls = new AtomicInteger();
        return Deviation.field(
                "D2",
                "has another label each time",
                ReferenceAccount.COMPANY,
                "website",
                website -> FieldDescription.builder("website", FieldType.TEXT)
                        .label("Website " + calls.incrementAndGet())
                        .build());
    }

    private static ObjectDescription withField(ObjectDescription object, FieldDescription field) {
        List<FieldDescription> fields = new ArrayList<>(object.fields());
        fields.add(field);
        return new ObjectDescription(object.type(), fields, object.traits());
    }

    private static Deviation referringTo(String what, Optional<ObjectType> type) {
        return Deviation.field("D4", what, ReferenceAccount.PERSON, "company", company -> {
            FieldDescription.Builder field = FieldDescription.builder("company", FieldType.REFERENCE);
            type.ifPresent(field::refersTo);
            return field.build();
        });
    }

    private static FieldDescription options(FieldDescription field, String again) {
        List<Option> options = new ArrayList<>(field.options());
        options.add(Option.of(again, "Twin"));
        return FieldDescription.builder(field.key(), field.type())
                .options(options)
                .build();
    }

    private static Catalog withAnotherObject(Catalog catalog) {
        List<ObjectDescription> objects = new ArrayList<>(catalog.objects());
        objects.add(new ObjectDescription(ObjectType.of("fax"), List.of(), ObjectTraits.written(1)));
        return new Catalog(catalog.account(), objects, catalog.users(), catalog.capacities());
    }

    private static Deviation wavers() {
        AtomicInteger calls = new AtomicInteger();
        return canonical(
                "D14",
                "sees a loss every other time",
                (session, field, value) -> calls.incrementAndGet() % 2 == 0
                        ? Stored.losing(
                                session.canonical(ReferenceAccount.COMPANY, field, value)
                                        .value(),
                                "blanks")
                        : session.canonical(ReferenceAccount.COMPANY, field, value));
    }

    private interface Canonical {
        Stored of(DestinationSession session, FieldDescription field, Object value);
    }

    private static Deviation canonical(String rule, String what, Canonical change) {
        return Deviation.session(rule, what, session -> new Forwarding.ToSession(session) {
            @Override
            public Stored canonical(ObjectType type, FieldDescription field, Object value) {
                return change.of(session, field, value);
            }
        });
    }
}
