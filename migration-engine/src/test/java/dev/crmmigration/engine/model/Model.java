package dev.crmmigration.engine.model;

import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.model.Book.Gone;
import dev.crmmigration.engine.model.Book.State;
import dev.crmmigration.engine.model.Drafts.Link;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What should be at the destination, worked out in memory and without a thought for what may go wrong. Every step gives
 * the whole account as it is to be, in which a record that is still to be made has a name in place of its id.
 */
final class Model {

    static final Map<String, List<String>> FIELDS = Map.of(
            "company", List.of("name"),
            "person", List.of("name", "phone", "owner", "company", "boss"),
            "note", List.of("text", "person"));

    final Map<String, String> policies;
    Map<String, Book> books = new LinkedHashMap<>();
    SourceData known = SourceData.of(Map.of(), Map.of());
    int generation = 1;

    /** Records of which it depends on the order of writes whether they are there; none if nothing is held. */
    final Set<String> uncertain = new TreeSet<>();

    private Drafts drafts = new Drafts(known);
    private final Map<String, String> carriers = new HashMap<>();
    private int numbers;

    Model(Map<String, String> policies) {
        this.policies = policies;
    }

    /** Works out what is owed for the source as it is known. */
    void build() {
        drafts = new Drafts(known);
        books.values().removeIf(book -> book.ref == null);
        for (Book book : books.values()) {
            if (book.isThere()) {
                book.state = State.WRITTEN;
                book.gone = Gone.NO;
            }
        }
        drafts.all().keySet().forEach(key -> {
            Book book = books.computeIfAbsent(key, any -> new Book(key, ++numbers));
            if (book.state == State.DELETED) {
                books.put(key, new Book(key, book.number));
            }
            books.get(key).generation = generation;
        });
        tellDuplicates();
    }

    /** Of customers with one address the one that is there carries the others, else the first. */
    private void tellDuplicates() {
        carriers.clear();
        Map<String, List<Book>> same = new TreeMap<>();
        known.customers()
                .forEach((number, customer) -> customer.emailKey()
                        .ifPresent(email -> same.computeIfAbsent(email, any -> new ArrayList<>())
                                .add(books.get("person:" + number))));
        for (List<Book> group : same.values()) {
            Book first = group.stream()
                    .min(Comparator.comparing((Book book) -> !book.isThere()).thenComparing(book -> book.number))
                    .orElseThrow();
            group.stream().filter(book -> !book.isThere() && book != first).forEach(book -> {
                book.state = State.DUPLICATE;
                carriers.put(book.key, first.key);
            });
        }
    }

    private Optional<Book> target(String from, Link link) {
        String key = carriers.getOrDefault(link.key(), link.key());
        return Optional.ofNullable(books.get(key))
                .filter(book -> book.state != State.DELETED && !book.key.equals(from));
    }

    private @Nullable Object resolved(String from, Object value) {
        return value instanceof Link link
                ? target(from, link).map(book -> (Object) place(book)).orElse(null)
                : value;
    }

    private static RecordRef place(Book book) {
        return book.ref != null ? book.ref : RecordRef.of(book.type(), "new " + book.key);
    }

    /** Returns what a thing is to say. */
    private Map<String, Object> wanted(String key) {
        Map<String, Object> fields = new TreeMap<>();
        drafts.of(key).forEach((field, value) -> {
            Object content = resolved(key, value);
            if (content != null) {
                fields.put(field, content);
            }
        });
        return fields;
    }

    boolean leadsNowhere(String key) {
        return drafts.of(key).values().stream()
                .anyMatch(value ->
                        (value instanceof Link link && target(key, link).isEmpty())
                                || value.equals(World.userKey("nobody@example.com")));
    }

    /** Works out what is to be changed, and what is to be taken away, with regard to how the account is now. */
    void prepare(Map<RecordRef, Map<String, Object>> account) {
        build();
        for (Book book : books.values()) {
            Map<String, Object> now = book.ref == null ? null : account.get(book.ref);
            if (book.isThere() && now != null && book.isEdited(now)) {
                book.isTouched = true;
            }
            // What a rollback had to keep has no source in the generation before
            if (book.isThere() && book.generation == generation && drafts.all().containsKey(book.key)) {
                boolean differs = FIELDS.getOrDefault(book.type(), List.of()).stream()
                        .anyMatch(field -> !same(wanted(book.key), book.sent, field));
                book.state = differs || leadsNowhere(book.key) ? State.READY : State.WRITTEN;
                book.flags
                        .entrySet()
                        .removeIf(flag -> flag.getValue() && same(wanted(book.key), book.sent, flag.getKey()));
            }
        }
        decideAboutGone();
    }

    static boolean same(Map<String, Object> one, Map<String, Object> other, String field) {
        return Optional.ofNullable(one.get(field)).equals(Optional.ofNullable(other.get(field)));
    }

    private void decideAboutGone() {
        for (String type : World.TYPES) {
            List<Book> there = books.values().stream()
                    .filter(book -> book.isThere() && book.type().equals(type))
                    .toList();
            List<Book> gone =
                    there.stream().filter(book -> book.generation < generation).toList();
            Gone decision = switch (policies.getOrDefault("sourceDeleted", "flag")) {
                case "keep" -> Gone.KEEP;
                case "delete" -> Gone.DELETE;
                default -> Gone.FLAG;
            };
            boolean isMany = gone.size() >= 10 && gone.size() * 100 > there.size();
            Gone common = decision == Gone.DELETE && isMany && !"delete".equals(policies.get("manyDeleted"))
                    ? Gone.FLAG
                    : decision;
            gone.forEach(book -> book.gone = common == Gone.DELETE && book.isTouched ? Gone.FLAG : common);
        }
    }

    /** Writes what is owed; returns the account as it is to be then. */
    Map<RecordRef, Map<String, Object>> write(Map<RecordRef, Map<String, Object>> account, Set<String> refused) {
        Map<RecordRef, Map<String, Object>> after = new LinkedHashMap<>(account);
        for (Book book : books.values()) {
            if (book.state == State.HELD) {
                book.state = State.READY;
            }
        }
        Set<Book> writable = writable(account, refused);
        List<Book> open = books.values().stream()
                .filter(book -> book.state == State.READY)
                .toList();
        for (Book book : open) {
            if (!writable.contains(book)) {
                book.state = book.ref == null && refused.contains(book.key) && !isStuck(book, writable)
                        ? State.FAILED
                        : State.HELD;
            } else if (book.ref == null) {
                create(book, after);
            } else {
                change(book, after, refused);
            }
        }
        delete(after, refused);
        return after;
    }

    /** What can be written: what waits for nothing but for what can be written as well. */
    private Set<Book> writable(Map<RecordRef, Map<String, Object>> account, Set<String> refused) {
        uncertain.clear();
        Set<Book> writable = new HashSet<>();
        for (Book book : books.values()) {
            boolean isGone = book.ref != null && !account.containsKey(book.ref);
            boolean isRefused = book.ref == null && refused.contains(book.key);
            if (book.state == State.READY && !leadsNowhere(book.key) && !isGone && !isRefused) {
                writable.add(book);
            }
        }
        Set<Book> hopeful = Set.copyOf(writable);
        while (writable.removeIf(book -> waitsForOther(book, writable))) {
            // What waits for what was taken out goes next.
        }
        hopeful.stream()
                .filter(book -> !writable.contains(book))
                .filter(book -> new Circles(this).isBehindOne(book))
                .forEach(book -> uncertain.add(book.key));
        return writable;
    }

    private boolean waitsForOther(Book book, Set<Book> writable) {
        return parents(book).stream().anyMatch(parent -> parent.ref == null && !writable.contains(parent));
    }

    /** A refused record is not even tried if something that it needs is not there. */
    private boolean isStuck(Book book, Set<Book> writable) {
        return leadsNowhere(book.key) || waitsForOther(book, writable);
    }

    List<Book> parents(Book book) {
        return drafts.of(book.key).values().stream()
                .filter(Link.class::isInstance)
                .flatMap(value -> target(book.key, (Link) value).stream())
                .toList();
    }

    private void create(Book book, Map<RecordRef, Map<String, Object>> after) {
        Map<String, Object> fields = wanted(book.key);
        after.put(place(book), fields);
        book.sent = new TreeMap<>(fields);
        book.kept = new TreeMap<>(fields);
        book.left = new TreeMap<>(fields);
        book.state = State.WRITTEN;
        book.born = generation;
    }

    /** Field by field: what the source says now, what was last written, what is there. */
    private void change(Book book, Map<RecordRef, Map<String, Object>> after, Set<String> refused) {
        Map<String, Object> now = after.getOrDefault(place(book), Map.of());
        Map<String, Object> wanted = wanted(book.key);
        Map<String, Object> record = new TreeMap<>(now);
        Book then = book.copy();
        boolean isPatched = false;
        for (String field : FIELDS.getOrDefault(book.type(), List.of())) {
            if (same(wanted, book.sent, field)) {
                continue;
            }
            boolean isEdited = !same(now, book.kept, field);
            if (isEdited && same(now, wanted, field)) {
                put(then.sent, wanted, field);
                put(then.kept, now, field);
                then.flags.remove(field);
            } else if (!isEdited || policies.getOrDefault("ifEdited", "flag").equals("take")) {
                isPatched = true;
                put(record, wanted, field);
                put(then.sent, wanted, field);
                put(then.kept, wanted, field);
                then.flags.remove(field);
            } else if (policies.getOrDefault("ifEdited", "flag").equals("keep")) {
                put(then.sent, wanted, field);
                put(then.kept, now, field);
                then.flags.put(field, false);
            } else {
                then.flags.put(field, true);
            }
        }
        if (isPatched && refused.contains(book.key)) {
            book.state = State.FAILED;
            return;
        }
        then.state = State.WRITTEN;
        if (isPatched) {
            if (then.changed != generation) {
                then.before = new TreeMap<>(now);
            }
            then.left = new TreeMap<>(record);
            then.changed = generation;
            after.put(place(book), record);
        }
        books.put(book.key, then);
    }

    private static void put(Map<String, Object> to, Map<String, Object> from, String field) {
        if (from.containsKey(field)) {
            to.put(field, from.get(field));
        } else {
            to.remove(field);
        }
    }

    private void delete(Map<RecordRef, Map<String, Object>> after, Set<String> refused) {
        for (Book book : books.values()) {
            if (book.gone == Gone.DELETE && book.state == State.WRITTEN) {
                if (refused.contains(book.key)) {
                    book.state = State.FAILED;
                } else {
                    after.remove(book.ref);
                    book.state = State.DELETED;
                    book.changed = generation;
                }
            }
        }
    }

    /** Takes over the ids of what was made. */
    void settle(Map<RecordRef, RecordRef> made) {
        for (Book book : books.values()) {
            RecordRef ref = made.get(place(book));
            if (book.ref == null && ref != null) {
                book.ref = ref;
            }
            List.of(book.sent, book.kept, book.left).forEach(fields -> settle(fields, made));
        }
    }

    static void settle(Map<String, Object> fields, Map<RecordRef, RecordRef> made) {
        fields.replaceAll((field, value) -> value instanceof RecordRef ref ? made.getOrDefault(ref, ref) : value);
    }

    /** Takes over a record of which it was not certain whether it would be there. */
    void adopt(String key, RecordRef ref, Map<String, Object> fields) {
        Book book = Objects.requireNonNull(books.get(key));
        book.ref = ref;
        book.born = generation;
        book.sent = new TreeMap<>(fields);
        book.kept = new TreeMap<>(fields);
        book.left = new TreeMap<>(fields);
    }

    Map<String, Object> expected(String key) {
        return wanted(key);
    }

    boolean isInSource(String key) {
        return drafts.has(key);
    }

    /** Tells whether a record of ours that is there says what it should. */
    boolean isAsItShouldBe(Book book, Map<String, Object> now) {
        if (isInSource(book.key) && book.generation == generation && !leadsNowhere(book.key)) {
            Map<String, Object> wanted = wanted(book.key);
            return wanted.keySet().stream()
                    .allMatch(field -> book.flags.containsKey(field) || same(wanted, now, field));
        }
        return book.sent.keySet().stream().allMatch(field -> same(book.kept, now, field));
    }

    Map<String, Book> copies() {
        Map<String, Book> copies = new LinkedHashMap<>();
        books.forEach((key, book) -> copies.put(key, book.copy()));
        return copies;
    }
}
