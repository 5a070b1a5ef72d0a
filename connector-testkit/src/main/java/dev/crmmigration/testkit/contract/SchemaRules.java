package dev.crmmigration.testkit.contract;

import static dev.crmmigration.testkit.contract.Rule.expect;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.catalog.SchemaKind;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.SchemaEditor;
import dev.crmmigration.api.destination.SchemaOutcome;
import dev.crmmigration.api.destination.SchemaReceipt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The editor of the schema: it makes what is missing once, and takes away only that. */
final class SchemaRules {

    private SchemaRules() {}

    static List<Rule<Probe>> all() {
        return List.of(
                Rule.ofAccount("D7", "keys() gives the same keys for an unchanged schema.", SchemaRules::stable),
                rule("D8", "ensure makes an element once: repeated it gives the same key, never a twin.", Room::once),
                rule("D9", "ensure gives Reused for an element whose key was there before.", Room::reused),
                rule(
                        "D10",
                        "After a crash, ensure knows by keysBefore that an element is ours: Created, no twin.",
                        Room::afterACrash),
                rule("D11", "What was ensured is in the next catalog.", Room::inTheCatalog),
                rule("D12", "remove takes away the element of its receipt and nothing else.", Room::removed),
                rule("D13", "A second remove gives AlreadyGone.", Room::removedTwice));
    }

    private static Rule<Probe> rule(String id, String promise, Consumer<Room> check) {
        return new Rule<Probe>(
                id,
                promise,
                probe -> probe.account().schema().isEmpty()
                        ? List.of()
                        : List.of(new Rule.Case("account", () -> {
                            Room room = new Room(probe);
                            try {
                                check.accept(room);
                            } finally {
                                room.clear();
                            }
                        })));
    }

    private static void stable(Probe probe) {
        SchemaEditor editor = probe.session().schema();
        expect(editor.keys().equals(editor.keys()), "the second call gave other keys");
    }

    /** The schema of one check. */
    private static final class Room {

        private final Probe probe;
        private final SchemaEditor editor;
        private final Set<String> before;
        private final Deque<SchemaReceipt> made = new ArrayDeque<>();

        Room(Probe probe) {
            this.probe = probe;
            this.editor = probe.session().schema();
            this.before = Probe.tried("the keys cannot be read", editor::keys);
        }

        private List<SchemaElement> elements() {
            return probe.account().schema();
        }

        /** Makes all elements, in their order. */
        private List<SchemaReceipt> all() {
            List<SchemaReceipt> receipts = new ArrayList<>();
            for (SchemaElement element : elements()) {
                SchemaOutcome outcome =
                        Probe.tried(name(element) + " cannot be made", () -> editor.ensure(element, before));
                SchemaReceipt receipt = Preparation.created(outcome)
                        .orElseThrow(() -> new NotCheckableException(name(element) + " cannot be made (" + told(outcome)
                                + "). Take it out of schema(), or mend that first"));
                made.push(receipt);
                receipts.add(receipt);
            }
            return receipts;
        }

        void once() {
            List<SchemaReceipt> receipts = new ArrayList<>();
            for (SchemaElement element : elements()) {
                SchemaOutcome first = editor.ensure(element, before);
                Preparation.created(first).ifPresent(made::push);
                expect(Preparation.created(first).isPresent(), name(element) + " was not made: " + told(first));
                receipts.addAll(Preparation.created(first).stream().toList());
            }
            Set<String> after = editor.keys();
            for (SchemaReceipt receipt : receipts) {
                expect(after.contains(receipt.key()), name(receipt.element()) + " was made, but keys() lacks its key");
                SchemaOutcome second = editor.ensure(receipt.element(), before);
                Optional<SchemaReceipt> again = Preparation.created(second);
                again.filter(other -> !other.equals(receipt)).ifPresent(made::push);
                expect(
                        again.filter(other -> other.key().equals(receipt.key())).isPresent(),
                        name(receipt.element()) + " was asked for again, and the editor said " + told(second)
                                + (again.isPresent() ? " with another key" : ""));
            }
            expect(editor.keys().equals(after), "asking for everything again changed the schema");
        }

        void reused() {
            List<SchemaReceipt> receipts = all();
            Set<String> now = editor.keys();
            for (SchemaReceipt receipt : receipts) {
                SchemaOutcome outcome = editor.ensure(receipt.element(), now);
                expect(
                        outcome instanceof SchemaOutcome.Reused reused
                                && reused.receipt().key().equals(receipt.key()),
                        name(receipt.element()) + " was there before, but the editor said " + told(outcome));
            }
        }

        void afterACrash() {
            List<SchemaReceipt> receipts = all();
            Set<String> now = editor.keys();
            try (DestinationSession next = probe.another()) {
                for (SchemaReceipt receipt : receipts) {
                    SchemaOutcome outcome = next.schema().ensure(receipt.element(), before);
                    expect(
                            Preparation.created(outcome)
                                    .filter(again -> again.key().equals(receipt.key()))
                                    .isPresent(),
                            name(receipt.element()) + " was made by an earlier session, but the editor said "
                                    + told(outcome));
                }
                expect(next.schema().keys().equals(now), "the second session made something again");
            }
        }

        void inTheCatalog() {
            List<SchemaReceipt> receipts = all();
            Catalog catalog = probe.session().catalog();
            for (SchemaReceipt receipt : receipts) {
                SchemaElement element = receipt.element();
                switch (element.kind()) {
                    case FIELD -> field(catalog, element);
                    case OPTION, STAGE, ACTIVITY_TYPE -> option(catalog, element);
                    case PIPELINE, FILTER -> {
                        // The catalog has neither
                    }
                }
            }
        }

        private static void field(Catalog catalog, SchemaElement element) {
            Optional<FieldDescription> field = field(catalog, element, element.label());
            expect(
                    field.filter(FieldDescription::custom).isPresent(),
                    name(element) + " was made, but the catalog has no custom field of that label");
            element.options()
                    .forEach(label -> expect(
                            field.flatMap(found -> found.option(label)).isPresent(),
                            name(element) + " was made, but in the catalog it lacks an option"));
        }

        private static Optional<FieldDescription> field(Catalog catalog, SchemaElement element, String name) {
            return catalog.object(element.object()).flatMap((ObjectDescription object) -> object.named(name));
        }

        private static void option(Catalog catalog, SchemaElement element) {
            String of = element.properties().getOrDefault(SchemaKind.OF_FIELD, "");
            Optional<Option> option = field(catalog, element, of).flatMap(field -> field.option(element.label()));
            expect(option.isPresent(), name(element) + " was made, but in the catalog the field " + of + " lacks it");
        }

        void removed() {
            Set<String> there = new HashSet<>(before);
            List<Set<String>> steps = new ArrayList<>();
            for (SchemaElement element : elements()) {
                Preparation.created(
                                Probe.tried(name(element) + " cannot be made", () -> editor.ensure(element, before)))
                        .ifPresent(made::push);
                steps.add(Set.copyOf(there));
                there = new HashSet<>(editor.keys());
            }
            if (made.size() != elements().size()) {
                throw new NotCheckableException("not all of schema() can be made. Mend that first");
            }
            while (!made.isEmpty()) {
                SchemaReceipt receipt = made.pop();
                SchemaOutcome outcome = editor.remove(receipt);
                expect(
                        outcome instanceof SchemaOutcome.Removed,
                        name(receipt.element()) + " is ours and was to be removed, but the editor said "
                                + told(outcome));
                Set<String> left = steps.get(made.size());
                expect(
                        editor.keys().equals(left),
                        "removing " + name(receipt.element()) + " did not leave the rest as it was");
            }
        }

        void removedTwice() {
            all();
            while (!made.isEmpty()) {
                SchemaReceipt receipt = made.pop();
                SchemaOutcome first = editor.remove(receipt);
                if (!(first instanceof SchemaOutcome.Removed)) {
                    throw new NotCheckableException(name(receipt.element()) + " cannot be removed. Mend that first");
                }
                SchemaOutcome second = editor.remove(receipt);
                expect(
                        second instanceof SchemaOutcome.AlreadyGone,
                        name(receipt.element()) + " was removed again, and the editor said " + told(second));
            }
        }

        void clear() {
            made.forEach(receipt -> Probe.quietly(() -> editor.remove(receipt)));
        }

        private static String name(SchemaElement element) {
            return element.kind() + " '" + element.label() + "' of " + element.object();
        }

        private static String told(SchemaOutcome outcome) {
            return outcome instanceof SchemaOutcome.Refused refused
                    ? "Refused " + refused.errors()
                    : outcome.getClass().getSimpleName();
        }
    }
}
