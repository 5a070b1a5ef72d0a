package dev.crmmigration.engine.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Finds out who waits for a circle of references: what of it is written depends on where it is cut. */
record Circles(Model model) {

    /** Tells whether a thing, or anything it waits for, waits for itself. */
    boolean isBehindOne(Book book) {
        return isOnOne(book) || behind(book).stream().anyMatch(this::isOnOne);
    }

    private boolean isOnOne(Book book) {
        return behind(book).contains(book);
    }

    private Set<Book> behind(Book book) {
        Set<Book> seen = new HashSet<>();
        Deque<Book> open = new ArrayDeque<>(model.parents(book));
        while (!open.isEmpty()) {
            Book next = open.pop();
            if (next.ref == null && seen.add(next)) {
                open.addAll(model.parents(next));
            }
        }
        return seen;
    }
}
