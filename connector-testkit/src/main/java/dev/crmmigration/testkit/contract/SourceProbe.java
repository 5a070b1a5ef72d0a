package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.record.AttachmentRef;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.api.source.SourceSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * An open source, and what checks do with it. What a check only starts from is {@code given}: if that does not work, the
 * check is skipped, since another rule is broken.
 */
final class SourceProbe implements Trial {

    private final ContractSource source;
    private final ContractContext context;
    private final Settings settings;
    private final Map<ObjectType, SourceReading> readings = new HashMap<>();
    private SourceSession session;
    private Catalog catalog;
    private boolean isStale;

    private SourceProbe(ContractSource source, ContractContext context, Settings settings, SourceSession session) {
        this.source = source;
        this.context = context;
        this.settings = settings;
        this.session = session;
        this.catalog = session.catalog();
    }

    /** Opens the source as the engine does. */
    static SourceProbe open(ContractSource contract) {
        Source source = contract.source();
        Settings settings = contract.settings().checked(source.platform(), source.settings());
        ContractContext context = ContractContext.of(contract);
        SourceSession session = source.open(settings, context);
        try {
            return new SourceProbe(contract, context, settings, session);
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    ContractSource source() {
        return source;
    }

    Settings settings() {
        return settings;
    }

    SourceSession session() {
        return session;
    }

    Catalog catalog() {
        return catalog;
    }

    /** Opens the source once more; the caller closes it. */
    SourceSession another() {
        return another(settings);
    }

    SourceSession another(Settings other) {
        return source.source().open(other, context);
    }

    /** Reads an object to its end in a session of its own. */
    SourceReading anew(ReadRequest request) {
        try (SourceSession other = another()) {
            return SourceReading.of(other, request);
        }
    }

    /** Returns what the first reading of an object gave. */
    SourceReading given(ObjectType type) {
        SourceReading known = readings.get(type);
        if (known == null) {
            known = given("its records", () -> SourceReading.of(session, ReadRequest.all(type)));
            readings.put(type, known);
        }
        return known;
    }

    /** Returns what a check starts from. */
    static <T> T given(String what, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw new NotCheckableException(
                    what + " cannot be had: " + e.getClass().getSimpleName(), e);
        }
    }

    /** Returns what a hook of the test gives. */
    static <T> T hook(Optional<T> given, String method) {
        return given.orElseThrow(() -> new NotCheckableException("the source's test has no hook " + method));
    }

    void begin(Fault fault) {
        if (!source.begin(fault)) {
            throw new NotCheckableException("the source's test has no hook for " + fault);
        }
    }

    /** Says that the export or account has changed: the next check starts from what it is then. */
    void changed() {
        isStale = true;
    }

    /** Returns the files that the records of an object name. */
    List<AttachmentRef> attachments(ObjectDescription object) {
        List<String> keys = object.fields().stream()
                .filter(field -> field.type() == FieldType.ATTACHMENT)
                .map(FieldDescription::key)
                .toList();
        List<AttachmentRef> found = given(object.type()).records().stream()
                .flatMap(record -> keys.stream().flatMap(key -> record.value(key).stream()))
                .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.of(value))
                .flatMap(value -> value instanceof AttachmentRef file ? Stream.of(file) : Stream.empty())
                .distinct()
                .toList();
        if (found.isEmpty()) {
            throw new NotCheckableException("no record names a file. Add one to the export");
        }
        return found;
    }

    @Override
    public void tidy() {
        source.end();
        if (isStale) {
            isStale = false;
            readings.clear();
            session.close();
            session = another();
            catalog = session.catalog();
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
