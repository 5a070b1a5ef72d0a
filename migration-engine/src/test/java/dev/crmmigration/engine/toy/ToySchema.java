package dev.crmmigration.engine.toy;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.catalog.SchemaKind;
import dev.crmmigration.api.destination.SchemaEditor;
import dev.crmmigration.api.destination.SchemaOutcome;
import dev.crmmigration.api.destination.SchemaReceipt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The custom fields of a toy account. Thread-safe. */
public final class ToySchema implements SchemaEditor {

    private final Map<String, SchemaElement> elements = new LinkedHashMap<>();
    private Function<SchemaElement, Optional<SchemaOutcome>> beforeEnsure = element -> Optional.empty();
    private Function<SchemaElement, Optional<SchemaOutcome>> afterEnsure = element -> Optional.empty();
    private Function<SchemaReceipt, Optional<SchemaOutcome>> beforeRemove = receipt -> Optional.empty();
    private int next = 1;
    private int made;

    /** Answers a wish instead of the account, which does not fulfil it. */
    public synchronized void beforeEnsure(Function<SchemaElement, Optional<SchemaOutcome>> fault) {
        beforeEnsure = fault;
    }

    /** Answers a wish instead of the account, which has fulfilled it. */
    public synchronized void afterEnsure(Function<SchemaElement, Optional<SchemaOutcome>> fault) {
        afterEnsure = fault;
    }

    /** Answers a removal instead of the account, which does not do it. */
    public synchronized void beforeRemove(Function<SchemaReceipt, Optional<SchemaOutcome>> fault) {
        beforeRemove = fault;
    }

    /** Makes a field as a person would; returns its key. */
    public synchronized String put(SchemaElement element) {
        String key = "cf" + next++;
        elements.put(key, element);
        return key;
    }

    /** Counts the elements that this editor made, those that are gone too. */
    public synchronized int made() {
        return made;
    }

    public synchronized List<String> labels() {
        return elements.values().stream().map(SchemaElement::label).toList();
    }

    /** Returns the same schema, in which nothing goes wrong yet. */
    public synchronized ToySchema copy() {
        ToySchema copy = new ToySchema();
        copy.elements.putAll(elements);
        copy.next = next;
        copy.made = made;
        return copy;
    }

    /** Returns an object with its custom fields. */
    synchronized ObjectDescription grown(ObjectDescription object) {
        List<FieldDescription> fields = new ArrayList<>(object.fields());
        elements.forEach((key, element) -> {
            if (element.object().equals(object.type())) {
                fields.add(field(key, element));
            }
        });
        return new ObjectDescription(object.type(), fields, object.traits());
    }

    private static FieldDescription field(String key, SchemaElement element) {
        FieldType type = FieldType.valueOf(element.properties().getOrDefault(SchemaKind.TYPE, "TEXT"));
        return FieldDescription.builder(key, type)
                .label(element.label())
                .custom()
                .options(element.options().stream()
                        .map(label -> Option.of(key + "-" + label, label))
                        .toList())
                .build();
    }

    @Override
    public synchronized Set<String> keys() {
        return new TreeSet<>(elements.keySet());
    }

    @Override
    public synchronized SchemaOutcome ensure(SchemaElement element, Set<String> keysBefore) {
        Optional<SchemaOutcome> early = beforeEnsure.apply(element);
        if (early.isPresent()) {
            return early.get();
        }
        Optional<String> known = elements.keySet().stream()
                .filter(key -> element.equals(elements.get(key)))
                .findFirst();
        if (known.isEmpty()) {
            made++;
        }
        SchemaReceipt receipt = new SchemaReceipt(element, known.orElseGet(() -> put(element)));
        SchemaOutcome done = keysBefore.contains(receipt.key())
                ? new SchemaOutcome.Reused(receipt)
                : new SchemaOutcome.Created(receipt);
        return afterEnsure.apply(element).orElse(done);
    }

    @Override
    public synchronized SchemaOutcome remove(SchemaReceipt receipt) {
        Optional<SchemaOutcome> early = beforeRemove.apply(receipt);
        if (early.isPresent()) {
            return early.get();
        }
        return elements.remove(receipt.key()) == null ? new SchemaOutcome.AlreadyGone() : new SchemaOutcome.Removed();
    }
}
