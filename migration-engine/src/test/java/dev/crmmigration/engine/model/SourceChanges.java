package dev.crmmigration.engine.model;

import dev.crmmigration.engine.model.SourceData.Customer;
import dev.crmmigration.engine.model.SourceData.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Invents what a source says, and what changes in it. */
final class SourceChanges {

    private static final List<String> COMPANIES = List.of("Acme", "ACME ", "Globex", "Initech", "Umbrella", "globex");

    private final Random random;
    private final TreeMap<Integer, Customer> customers = new TreeMap<>();
    private final TreeMap<Integer, Note> notes = new TreeMap<>();
    private int highest;
    private int version;

    SourceChanges(Random random) {
        this.random = random;
        int count = 3 + random.nextInt(7);
        for (int i = 0; i < count; i++) {
            addCustomer();
        }
        count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            addNote();
        }
    }

    SourceData now() {
        return SourceData.of(customers, notes);
    }

    /** Changes something; returns it in words. */
    String change() {
        return switch (random.nextInt(12)) {
            case 0, 1 -> addCustomer();
            case 2, 3 -> deleteCustomer();
            case 4 -> addNote();
            case 5 -> changeNote();
            case 6 -> deleteNote();
            default -> changeCustomer();
        };
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private int someCustomer() {
        return one(List.copyOf(customers.keySet()));
    }

    private String addCustomer() {
        int number = highest > 2 && random.nextInt(4) == 0 ? 1 + random.nextInt(highest) : highest + 1;
        if (customers.containsKey(number)) {
            return changeCustomer();
        }
        highest = Math.max(highest, number);
        customers.put(number, new Customer(name(number), email(number), phone(), company(), boss(number), owner()));
        return "new customer " + number + " " + customers.get(number);
    }

    private String name(int number) {
        return "Customer " + number + " v" + ++version;
    }

    private @Nullable String email(int number) {
        return switch (random.nextInt(8)) {
            case 0 -> null;
            case 1 -> "C" + (1 + random.nextInt(Math.max(1, highest))) + "@example.com";
            default -> "c" + number + "@example.com";
        };
    }

    private @Nullable String phone() {
        return random.nextBoolean() ? null : "phone " + random.nextInt(100);
    }

    private @Nullable String company() {
        return random.nextInt(5) == 0 ? null : one(COMPANIES);
    }

    private @Nullable Integer boss(int number) {
        if (random.nextInt(40) == 0) {
            return 999;
        }
        List<Integer> others = new ArrayList<>(customers.keySet());
        others.remove(Integer.valueOf(number));
        return others.isEmpty() || random.nextInt(3) > 0 ? null : one(others);
    }

    private @Nullable String owner() {
        return switch (random.nextInt(30)) {
            case 0 -> "nobody@example.com";
            case 1, 2, 3, 4, 5, 6, 7, 8 -> null;
            default -> World.OWNER;
        };
    }

    private String changeCustomer() {
        int number = someCustomer();
        Customer old = Objects.requireNonNull(customers.get(number));
        Customer changed = switch (random.nextInt(8)) {
            case 0 -> new Customer(old.name(), old.email(), phone(), old.company(), old.boss(), old.owner());
            case 1, 2 -> new Customer(old.name(), old.email(), old.phone(), company(), old.boss(), old.owner());
            case 3, 4 -> old.boss(boss(number));
            case 5 -> new Customer(old.name(), email(number), old.phone(), old.company(), old.boss(), owner());
            default -> new Customer(name(number), old.email(), old.phone(), old.company(), old.boss(), old.owner());
        };
        customers.put(number, changed);
        return "customer " + number + " is " + changed;
    }

    private String deleteCustomer() {
        if (customers.size() < 2) {
            return addCustomer();
        }
        int number = someCustomer();
        customers.remove(number);
        customers.replaceAll((key, other) -> other.boss() != null && other.boss() == number ? other.boss(null) : other);
        int heir = someCustomer();
        for (Map.Entry<Integer, Note> note : notes.entrySet()) {
            if (note.getValue().customer() == number) {
                note.setValue(new Note(note.getValue().text(), heir));
            }
        }
        return "customer " + number + " is deleted, its notes go to " + heir;
    }

    private String addNote() {
        int number = notes.isEmpty() ? 1 : notes.lastKey() + 1;
        notes.put(number, new Note("Note " + number + " v" + ++version, someCustomer()));
        return "new note " + number + " " + notes.get(number);
    }

    private String changeNote() {
        int number = one(List.copyOf(notes.keySet()));
        Note old = Objects.requireNonNull(notes.get(number));
        notes.put(
                number,
                random.nextBoolean()
                        ? new Note("Note " + number + " v" + ++version, old.customer())
                        : new Note(old.text(), someCustomer()));
        return "note " + number + " is " + notes.get(number);
    }

    private String deleteNote() {
        if (notes.size() < 2) {
            return addNote();
        }
        int number = one(List.copyOf(notes.keySet()));
        notes.remove(number);
        return "note " + number + " is deleted";
    }
}
