package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.Destination;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import java.time.Duration;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * An open account, and what checks do with it. What a check only starts from is {@code given}: if that does not work, the
 * check is skipped, since another rule is broken. Writing is safe for use by several threads.
 */
final class Probe implements Trial {

    private final ContractAccount account;
    private final ContractContext context;
    private final Settings settings;
    private final DestinationSession session;
    private final Preparation preparation;
    private final Drafts drafts = new Drafts(this);
    private final Deque<RecordRef> made = new ConcurrentLinkedDeque<>();
    private final AtomicLong numbers;
    private final List<Sample> samples;
    private Catalog catalog;

    private Probe(ContractAccount account, ContractContext context, Settings settings, DestinationSession session) {
        this.account = account;
        this.context = context;
        this.settings = settings;
        this.session = session;
        this.catalog = session.catalog();
        this.samples = List.copyOf(account.samples());
        this.preparation = new Preparation(account, session);
        // Records of earlier runs may still be in a sandbox, and texts may have to be unique
        this.numbers = new AtomicLong(account.clock().millis() * 100);
    }

    /** Opens the account as the engine does. */
    static Probe open(ContractAccount account) {
        Destination destination = account.destination();
        Settings settings = account.settings().checked(destination.platform(), destination.settings());
        ContractContext context = ContractContext.of(account);
        DestinationSession session = destination.open(settings, context);
        try {
            return new Probe(account, context, settings, session);
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    ContractAccount account() {
        return account;
    }

    ContractContext context() {
        return context;
    }

    Settings settings() {
        return settings;
    }

    DestinationSession session() {
        return session;
    }

    /** Opens the account once more; the caller closes it. */
    DestinationSession another() {
        return account.destination().open(settings, context);
    }

    /** Makes the schema that the samples need, once. */
    void prepare() {
        if (preparation.make()) {
            catalog = session.catalog();
        }
    }

    Catalog catalog() {
        return catalog;
    }

    ObjectDescription object(ObjectType type) {
        return catalog.object(type).orElseThrow(() -> new NotCheckableException("the catalog has no object " + type));
    }

    List<Sample> samples() {
        return samples;
    }

    /** Returns the first sample of an object. */
    Optional<Sample> sample(ObjectType type) {
        return samples().stream().filter(sample -> sample.type().equals(type)).findFirst();
    }

    long number() {
        return numbers.incrementAndGet();
    }

    EffectId effect() {
        return EffectId.of("Contract", RecordRef.of("sample", Long.toString(number())));
    }

    /** Returns what makes a record or file of a sample, with numbers of its own, on the parents that all have. */
    Write create(Sample sample) {
        return create(sample, "");
    }

    private Write create(Sample sample, String family) {
        return sample.file()
                .<Write>map(file -> drafts.attach(effect(), file, number(), family))
                .orElseGet(() -> new Write.Create(effect(), sample.type(), fields(sample, family)));
    }

    /** Returns the fields of a record of a sample; none of a file. */
    Map<String, FieldValue> fields(Sample sample) {
        return fields(sample, "");
    }

    private Map<String, FieldValue> fields(Sample sample, String family) {
        return drafts.bind(sample.type(), sample.fields(), number(), family);
    }

    /** Returns the fields that a write sends; of a file what the connector says that it will look like. */
    Map<String, FieldValue> sent(Write create) {
        return create.match(
                Write.Create::fields, Write.Update::fields, attach -> session.attached(attach), delete -> Map.of());
    }

    Map<String, FieldValue> changes(Sample sample) {
        return drafts.bind(sample.type(), sample.changes(), number(), "");
    }

    /** Returns the first of the changes: one that changes no other field by itself. */
    Map<String, FieldValue> firstChange(Sample sample) {
        return changes(sample).entrySet().stream()
                .findFirst()
                .map(entry -> Map.of(entry.getKey(), entry.getValue()))
                .orElseThrow(() -> new NotCheckableException("its sample changes nothing. Add a change()"));
    }

    Write.Update update(Made record, Map<String, FieldValue> fields) {
        return new Write.Update(effect(), record.ref(), fields);
    }

    Write.Delete delete(RecordRef ref) {
        return new Write.Delete(effect(), ref);
    }

    WriteOutcome write(Write write) {
        return writeAll(List.of(write)).get(0);
    }

    /** Sends a batch; the records that it makes are taken away after the check. */
    List<WriteOutcome> writeAll(List<Write> batch) {
        List<WriteOutcome> outcomes = session.writer().write(batch);
        outcomes.stream()
                .flatMap(outcome -> Outcomes.written(outcome).stream())
                .filter(written -> written.how() == WriteOutcome.How.CREATED)
                .forEach(written -> made.push(written.ref()));
        Rule.expect(
                outcomes.size() == batch.size(),
                "the writer gave " + outcomes.size() + " outcomes for " + batch.size() + " writes");
        return outcomes;
    }

    /** Takes a record away after the check, however it was made. */
    void remember(RecordRef ref) {
        made.push(ref);
    }

    Made given(Sample sample) {
        return given(sample, "");
    }

    /** Creates a record that hangs on the parents of a family. */
    Made given(Sample sample, String family) {
        return given(create(sample, family));
    }

    Made given(Write create) {
        WriteOutcome outcome = tried("a " + create.type() + " cannot be created", () -> write(create));
        return Outcomes.written(outcome)
                .map(written -> made(create, written))
                .orElseThrow(() -> new NotCheckableException(
                        "a " + create.type() + " cannot be created (" + Outcomes.told(outcome) + "). Mend that first"));
    }

    Made made(Write create, WriteOutcome.Written written) {
        return new Made(create, sent(create), written.ref(), written.stored());
    }

    /** Sends a write that another rule says works. */
    void givenWrite(Write write) {
        WriteOutcome outcome = tried("a write failed", () -> write(write));
        if (Outcomes.written(outcome).isEmpty()) {
            throw new NotCheckableException("a write did not happen (" + Outcomes.told(outcome) + "). Mend that first");
        }
    }

    /** Does what a check starts from. */
    static <T> T tried(String failure, Supplier<T> work) {
        try {
            return work.get();
        } catch (NotCheckableException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new NotCheckableException(failure + " (" + e + "). Mend that first", e);
        }
    }

    /** Returns what the platform holds for the fields that are present, by key; unknown fields are left out. */
    Map<String, Object> canonical(ObjectType type, Map<String, FieldValue> fields) {
        Map<String, Object> held = new LinkedHashMap<>();
        fields.forEach((key, value) -> {
            Optional<FieldDescription> field = object(type).field(key);
            if (field.isPresent() && value.value().isPresent()) {
                held.put(
                        key,
                        session.canonical(type, field.get(), value.value().get())
                                .value());
            }
        });
        return held;
    }

    void pass(Duration time) {
        if (time.isZero()) {
            return;
        }
        try {
            account.pass(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotCheckableException("the wait was interrupted", e);
        }
    }

    /** Lets so much time pass that a scan surely shows what was written. */
    void settle(ObjectType type) {
        pass(object(type).traits().visibleAfter());
    }

    /** Makes something go wrong, or gives the check up. */
    void begin(Fault fault) {
        if (!account.begin(fault)) {
            throw new NotCheckableException(
                    "the account cannot do " + fault + ". Override begin() of its ContractAccount");
        }
    }

    /** Takes the records of a check away, last made first; what cannot be deleted stays. */
    @Override
    public void tidy() {
        account.end();
        drafts.forget();
        while (!made.isEmpty()) {
            RecordRef ref = made.pop();
            boolean deletable = catalog.object(ref.type())
                    .filter(object -> object.traits().deletable())
                    .isPresent();
            if (deletable) {
                quietly(() -> session.writer().write(List.of(delete(ref))));
            }
        }
    }

    /** A failure here is one that a rule about deleting shows. */
    static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException ignored) {
            // Nothing depends on it
        }
    }

    @Override
    public void close() {
        preparation.takeBack();
        quietly(session::close);
    }
}
