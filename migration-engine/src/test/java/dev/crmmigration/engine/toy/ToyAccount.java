package dev.crmmigration.engine.toy;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.destination.SchemaEditor;
import dev.crmmigration.api.destination.SchemaOutcome;
import dev.crmmigration.api.destination.SchemaReceipt;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.destination.WriteOutcome.How;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.RecordRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a toy destination holds, and what goes wrong there. Thread-safe. */
public final class ToyAccount {

    private final Map<RecordRef, CrmRecord> records = new LinkedHashMap<>();
    private final Map<RecordRef, byte[]> files = new LinkedHashMap<>();
    private final List<String> emails = new ArrayList<>();
    private Function<Write, Optional<WriteOutcome>> before = write -> Optional.empty();
    private Function<Write, Optional<WriteOutcome>> after = write -> Optional.empty();
    private int next = 1;
    private int creates;

    /** Answers a write instead of the account, which does not do it. */
    public synchronized void before(Function<Write, Optional<WriteOutcome>> fault) {
        before = fault;
    }

    /** Answers a write instead of the account, which has done it. */
    public synchronized void after(Function<Write, Optional<WriteOutcome>> fault) {
        after = fault;
    }

    public synchronized void user(String email) {
        emails.add(email);
    }

    /** Returns an account that holds the same, and in which nothing goes wrong yet. */
    public synchronized ToyAccount copy() {
        ToyAccount copy = new ToyAccount();
        copy.records.putAll(records);
        copy.emails.addAll(emails);
        copy.next = next;
        copy.creates = creates;
        return copy;
    }

    synchronized List<String> emails() {
        return List.copyOf(emails);
    }

    /** Returns the live records of an object, oldest first. */
    public synchronized List<CrmRecord> records(String type) {
        return records.values().stream()
                .filter(record -> record.ref().type().name().equals(type))
                .toList();
    }

    /** Counts the creates that were done, those of records that are gone too. */
    public synchronized int creates() {
        return creates;
    }

    /** Puts a record there as a person would. */
    public synchronized void put(CrmRecord record) {
        records.put(record.ref(), record);
    }

    /** Takes a record away as a person would. */
    public synchronized void remove(RecordRef ref) {
        records.remove(ref);
    }

    /** Does a create that was still on its way when its sender died. */
    public synchronized void arrive(Write.Create late) {
        create(late);
    }

    synchronized WriteOutcome create(Write.Create create) {
        return answered(create, () -> {
            RecordRef ref = new RecordRef(create.type(), String.valueOf(next++));
            CrmRecord record = new CrmRecord(ref, create.fields());
            records.put(ref, record);
            creates++;
            return new WriteOutcome.Written(create.effect(), ref, How.CREATED, Optional.of(record));
        });
    }

    synchronized WriteOutcome update(Write.Update update) {
        return answered(update, () -> {
            Map<String, FieldValue> fields = new LinkedHashMap<>(Optional.ofNullable(records.get(update.target()))
                    .orElseThrow()
                    .fields());
            fields.putAll(update.fields());
            CrmRecord record = new CrmRecord(update.target(), fields);
            records.put(update.target(), record);
            return new WriteOutcome.Written(update.effect(), update.target(), How.UPDATED, Optional.of(record));
        });
    }

    synchronized WriteOutcome delete(Write.Delete delete) {
        return answered(delete, () -> {
            How how = records.remove(delete.target()) == null ? How.ALREADY_GONE : How.DELETED;
            return new WriteOutcome.Written(delete.effect(), delete.target(), how, Optional.empty());
        });
    }

    synchronized WriteOutcome attach(Write.Attach attach) {
        return answered(attach, () -> {
            RecordRef ref = new RecordRef(attach.type(), String.valueOf(next++));
            CrmRecord record = new CrmRecord(ref, shown(attach));
            records.put(ref, record);
            files.put(ref, bytes(attach));
            creates++;
            return new WriteOutcome.Written(attach.effect(), ref, How.CREATED, Optional.of(record));
        });
    }

    static Map<String, FieldValue> shown(Write.Attach attach) {
        return Map.of(
                "name",
                FieldValue.of(attach.fileName()),
                "size",
                FieldValue.of(attach.content().size().orElseThrow()),
                attach.parent().type().name(),
                FieldValue.of(attach.parent()));
    }

    private static byte[] bytes(Write.Attach attach) {
        try (InputStream in = attach.content().open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what the files hold, oldest first. */
    public synchronized List<String> files() {
        return files.values().stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .toList();
    }

    private WriteOutcome answered(Write write, Supplier<WriteOutcome> work) {
        Optional<WriteOutcome> early = before.apply(write);
        if (early.isPresent()) {
            return early.get();
        }
        WriteOutcome done = work.get();
        return after.apply(write).orElse(done);
    }

    synchronized RecordReader.Pages scan(ScanRequest request) {
        Iterator<List<CrmRecord>> pages =
                List.of(records(request.type().name()), List.<CrmRecord>of()).iterator();
        return () -> pages.hasNext() ? pages.next() : List.of();
    }

    SchemaEditor schema() {
        return new SchemaEditor() {
            @Override
            public Set<String> keys() {
                return Set.of();
            }

            @Override
            public SchemaOutcome ensure(SchemaElement element, Set<String> keysBefore) {
                return new SchemaOutcome.ForAPerson("this account has the fields it has");
            }

            @Override
            public SchemaOutcome remove(SchemaReceipt receipt) {
                return new SchemaOutcome.AlreadyGone();
            }
        };
    }
}
