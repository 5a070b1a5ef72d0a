package dev.crmmigration.engine.toy;

import dev.crmmigration.api.catalog.Capacity;
import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.catalog.PlatformNote;
import dev.crmmigration.api.catalog.UserDescription;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.AutomationEquivalent;
import dev.crmmigration.api.destination.Destination;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.LastChange;
import dev.crmmigration.api.destination.Preflight;
import dev.crmmigration.api.destination.Pricing;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.RecordWriter;
import dev.crmmigration.api.destination.SchemaEditor;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.api.destination.Tariff;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A destination over a {@link ToyAccount} of which everything can be set. It begins with the objects of {@link
 * ToyDestination}.
 */
public final class AdjustableDestination implements Destination {

    private final ToyAccount account;
    private final Map<ObjectType, ObjectDescription> objects = new LinkedHashMap<>();
    private final List<Setting> settings = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();
    private final List<Capacity> capacities = new ArrayList<>();
    private Preflight preflight = Preflight.NONE;
    private Optional<Function<Settings, Pricing>> tariff = Optional.empty();
    private final List<PlatformNote> notes = new ArrayList<>();
    private final List<AutomationEquivalent> equivalents = new ArrayList<>();
    private Function<RecordRef, Optional<String>> links = record -> Optional.empty();
    private String name = "box-1";
    private Pricing pricing = Pricing.FREE;
    private UnaryOperator<RecordWriter> writer = UnaryOperator.identity();
    private @Nullable UnaryOperator<RecordReader> reader = UnaryOperator.identity();
    private @Nullable SchemaEditor schema;
    private BiFunction<FieldDescription, Object, Stored> canonical = (field, value) -> Stored.as(value);
    private Runnable beforeCatalog = () -> {};
    private Runnable onClose = () -> {};
    private Consumer<ConnectorContext> onOpen = context -> {};
    private Function<CrmRecord, Optional<LastChange>> lastChange = record -> Optional.empty();

    public AdjustableDestination(ToyAccount account) {
        this.account = account;
        object("company", ObjectTraits.written(4), text("name"));
        object(
                "person",
                ObjectTraits.written(4),
                text("name"),
                FieldDescription.builder("owner", FieldType.USER).build(),
                reference("company", "company"));
    }

    public static FieldDescription text(String key) {
        return FieldDescription.builder(key, FieldType.TEXT).build();
    }

    public static FieldDescription reference(String key, String to) {
        return FieldDescription.builder(key, FieldType.REFERENCE)
                .refersTo(ObjectType.of(to))
                .build();
    }

    /** Adds an object, or replaces it. */
    public AdjustableDestination object(String type, ObjectTraits traits, FieldDescription... fields) {
        ObjectType object = ObjectType.of(type);
        objects.put(object, new ObjectDescription(object, List.of(fields), traits));
        return this;
    }

    public AdjustableDestination field(String type, FieldDescription field) {
        objects.computeIfPresent(ObjectType.of(type), (object, known) -> {
            List<FieldDescription> fields = new ArrayList<>(known.fields());
            fields.add(field);
            return new ObjectDescription(object, fields, known.traits());
        });
        return this;
    }

    public AdjustableDestination traits(String type, ObjectTraits traits) {
        objects.computeIfPresent(
                ObjectType.of(type), (object, known) -> new ObjectDescription(object, known.fields(), traits));
        return this;
    }

    /** Lets the account's limits be known without asking it. */
    public AdjustableDestination tariff(Function<Settings, Pricing> pricing) {
        tariff = Optional.of(pricing);
        return this;
    }

    /** Adds what people should know. */
    public AdjustableDestination note(PlatformNote note) {
        notes.add(note);
        return this;
    }

    /** Adds what takes the place of something. */
    public AdjustableDestination equivalent(AutomationEquivalent equivalent) {
        equivalents.add(equivalent);
        return this;
    }

    /** Gives records pages for the browser. */
    public AdjustableDestination links(Function<RecordRef, Optional<String>> addresses) {
        links = addresses;
        return this;
    }

    public AdjustableDestination named(String account) {
        name = account;
        return this;
    }

    public AdjustableDestination setting(Setting setting) {
        settings.add(setting);
        return this;
    }

    public AdjustableDestination choice(Choice choice) {
        choices.add(choice);
        return this;
    }

    public AdjustableDestination capacity(Capacity capacity) {
        capacities.add(capacity);
        return this;
    }

    public AdjustableDestination preflight(Preflight findings) {
        preflight = findings;
        return this;
    }

    public AdjustableDestination pricing(Pricing instance) {
        pricing = instance;
        return this;
    }

    /** Puts something between the engine and the writer. */
    public AdjustableDestination writer(UnaryOperator<RecordWriter> fault) {
        writer = fault;
        return this;
    }

    /** Puts something between the engine and the reader; {@code null} if nothing can be read back. */
    public AdjustableDestination reader(@Nullable UnaryOperator<RecordReader> fault) {
        reader = fault;
        return this;
    }

    public AdjustableDestination schema(SchemaEditor editor) {
        schema = editor;
        return this;
    }

    public AdjustableDestination canonical(BiFunction<FieldDescription, Object, Stored> form) {
        canonical = form;
        return this;
    }

    /** Is called before the catalog is given; may throw. */
    public AdjustableDestination beforeCatalog(Runnable fault) {
        beforeCatalog = fault;
        return this;
    }

    /** Says when and by whom records were changed. */
    public AdjustableDestination lastChange(Function<CrmRecord, Optional<LastChange>> instance) {
        lastChange = instance;
        return this;
    }

    public AdjustableDestination onClose(Runnable action) {
        onClose = action;
        return this;
    }

    /** Is given what every session is lent, such as the meter. */
    public AdjustableDestination onOpen(Consumer<ConnectorContext> action) {
        onOpen = action;
        return this;
    }

    @Override
    public String platform() {
        return "box";
    }

    @Override
    public List<Setting> settings() {
        return settings;
    }

    @Override
    public List<Choice> choices() {
        return choices;
    }

    @Override
    public Optional<Tariff> tariff(Settings settings) {
        return tariff.map(prices -> new Tariff(
                new Catalog("new", List.copyOf(objects.values()), List.of(), capacities), prices.apply(settings)));
    }

    @Override
    public List<PlatformNote> notes(Settings settings) {
        return List.copyOf(notes);
    }

    @Override
    public List<AutomationEquivalent> equivalents() {
        return List.copyOf(equivalents);
    }

    @Override
    public DestinationSession open(Settings given, ConnectorContext context) {
        onOpen.accept(context);
        return new Session();
    }

    private final class Session implements DestinationSession {

        @Override
        public Catalog catalog() {
            beforeCatalog.run();
            return new Catalog(
                    name,
                    objects.values().stream()
                            .map(object -> schema instanceof ToySchema toy ? toy.grown(object) : object)
                            .toList(),
                    account.emails().stream()
                            .map(email -> new UserDescription("user " + email, email, true))
                            .toList(),
                    capacities);
        }

        @Override
        public Preflight preflight() {
            return preflight;
        }

        @Override
        public RecordWriter writer() {
            return writer.apply(batch -> batch.stream().map(this::write).toList());
        }

        private WriteOutcome write(Write write) {
            return write.match(account::create, account::update, account::attach, account::delete);
        }

        @Override
        public RecordReader reader() {
            return reader == null ? DestinationSession.super.reader() : reader.apply(account::scan);
        }

        @Override
        public SchemaEditor schema() {
            return schema == null ? DestinationSession.super.schema() : schema;
        }

        @Override
        public Pricing pricing() {
            return pricing;
        }

        @Override
        public Stored canonical(ObjectType type, FieldDescription field, Object value) {
            return canonical.apply(field, value);
        }

        @Override
        public Optional<LastChange> lastChange(CrmRecord record) {
            return lastChange.apply(record);
        }

        @Override
        public Optional<String> link(RecordRef record) {
            return links.apply(record);
        }

        @Override
        public Map<String, FieldValue> attached(Write.Attach file) {
            return ToyAccount.shown(file);
        }

        @Override
        public void close() {
            onClose.run();
        }
    }
}
