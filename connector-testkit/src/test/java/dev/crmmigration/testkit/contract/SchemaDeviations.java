package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.catalog.SchemaKind;
import dev.crmmigration.api.destination.SchemaEditor;
import dev.crmmigration.api.destination.SchemaOutcome;
import dev.crmmigration.api.destination.SchemaReceipt;
import dev.crmmigration.testkit.reference.ReferenceAccount;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Destinations whose editor of the schema makes too much, takes away too much, or does not know its own. */
final class SchemaDeviations {

    private SchemaDeviations() {}

    static List<Deviation> all() {
        return List.of(
                forgetsAKey(),
                Deviation.editor("D8", "makes a twin when asked again", MakesTwins::new),
                ensures(
                        "D9",
                        "says that it made what was there",
                        (before, outcome) -> outcome instanceof SchemaOutcome.Reused reused
                                ? new SchemaOutcome.Created(reused.receipt())
                                : outcome),
                Deviation.editor("D10", "knows as its own only what this session made", ForgetsItsOwn::new),
                Deviation.object(
                        "D11",
                        "shows no options of custom fields",
                        ReferenceAccount.COMPANY,
                        SchemaDeviations::withoutCustomOptions),
                Deviation.editor("D12", "takes all of its own away at once", RemovesAll::new),
                removes(
                        "D13",
                        "says again that it removed it",
                        outcome ->
                                outcome instanceof SchemaOutcome.AlreadyGone ? new SchemaOutcome.Removed() : outcome));
    }

    private static Deviation forgetsAKey() {
        AtomicBoolean asked = new AtomicBoolean();
        return Deviation.editor("D7", "forgets a key after the first call", editor -> new ForgetsAKey(editor, asked));
    }

    private static ObjectDescription withoutCustomOptions(ObjectDescription object) {
        UnaryOperator<FieldDescription> bare = field -> new FieldDescription(
                field.key(),
                field.label(),
                field.type(),
                field.platformType(),
                field.access(),
                field.required(),
                field.custom(),
                List.of(),
                field.refersTo());
        return new ObjectDescription(
                object.type(),
                object.fields().stream()
                        .map(field -> field.custom() ? bare.apply(field) : field)
                        .toList(),
                object.traits());
    }

    private static Deviation ensures(
            String rule, String what, BiFunction<Set<String>, SchemaOutcome, SchemaOutcome> change) {
        return Deviation.editor(rule, what, editor -> new ToEditor(editor) {
            @Override
            public SchemaOutcome ensure(SchemaElement element, Set<String> keysBefore) {
                return change.apply(keysBefore, super.ensure(element, keysBefore));
            }
        });
    }

    private static Deviation removes(String rule, String what, UnaryOperator<SchemaOutcome> change) {
        return Deviation.editor(rule, what, editor -> new ToEditor(editor) {
            @Override
            public SchemaOutcome remove(SchemaReceipt receipt) {
                return change.apply(super.remove(receipt));
            }
        });
    }

    private static class ToEditor implements SchemaEditor {

        private final SchemaEditor other;

        ToEditor(SchemaEditor other) {
            this.other = other;
        }

        @Override
        public Set<String> keys() {
            return other.keys();
        }

        @Override
        public SchemaOutcome ensure(SchemaElement element, Set<String> keysBefore) {
            return other.ensure(element, keysBefore);
        }

        @Override
        public SchemaOutcome remove(SchemaReceipt receipt) {
            return other.remove(receipt);
        }
    }

    private static final class ForgetsAKey extends ToEditor {

        private final AtomicBoolean asked;

        ForgetsAKey(SchemaEditor other, AtomicBoolean asked) {
            super(other);
            this.asked = asked;
        }

        @Override
        public Set<String> keys() {
            Set<String> keys = new HashSet<>(super.keys());
            if (!asked.getAndSet(true)) {
                keys.add("a key of the first call");
            }
            return keys;
        }
    }

    private static final class MakesTwins extends ToEditor {

        private final Set<SchemaElement> made = new HashSet<>();

        MakesTwins(SchemaEditor other) {
            super(other);
        }

        @Override
        public SchemaOutcome ensure(SchemaElement element, Set<String> keysBefore) {
            boolean isNew = made.add(element);
            SchemaOutcome outcome = super.ensure(element, keysBefore);
            if (isNew || element.kind() != SchemaKind.FIELD || outcome instanceof SchemaOutcome.Reused) {
                return outcome;
            }
            SchemaElement twin = new SchemaElement(
                    element.object(), element.kind(), element.label() + " 2", element.properties(), element.options());
            return super.ensure(twin, keysBefore);
        }

        @Override
        public SchemaOutcome remove(SchemaReceipt receipt) {
            made.remove(receipt.element());
            return super.remove(receipt);
        }
    }

    private static final class ForgetsItsOwn extends ToEditor {

        private final Set<String> mine = new HashSet<>();

        ForgetsItsOwn(SchemaEditor other) {
            super(other);
        }

        @Override
        public SchemaOutcome ensure(SchemaElement element, Set<String> keysBefore) {
            Set<String> there = keys();
            SchemaOutcome outcome = super.ensure(element, keysBefore);
            if (!(outcome instanceof SchemaOutcome.Created created)) {
                return outcome;
            }
            String key = created.receipt().key();
            if (there.contains(key) && !mine.contains(key)) {
                return new SchemaOutcome.Reused(created.receipt());
            }
            mine.add(key);
            return outcome;
        }
    }

    private static final class RemovesAll extends ToEditor {

        private final Map<String, SchemaReceipt> made = new LinkedHashMap<>();

        RemovesAll(SchemaEditor other) {
            super(other);
        }

        @Override
        public SchemaOutcome ensure(SchemaElement element, Set<String> keysBefore) {
            SchemaOutcome outcome = super.ensure(element, keysBefore);
            Preparation.created(outcome).ifPresent(receipt -> made.put(receipt.key(), receipt));
            return outcome;
        }

        @Override
        public SchemaOutcome remove(SchemaReceipt receipt) {
            SchemaOutcome outcome = super.remove(receipt);
            made.values().forEach(super::remove);
            made.clear();
            return outcome;
        }
    }
}
