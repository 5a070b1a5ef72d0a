package dev.crmmigration.engine.model;

import dev.crmmigration.api.record.RecordRef;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What a rollback should leave of an account: nothing of ours but what people have made theirs. */
final class TakingBack {

    /** The account as it should be then. */
    final Map<RecordRef, Map<String, Object>> account;

    /** Records that are taken back no further, for people have edited them or something that stays refers to them. */
    final Set<RecordRef> kept = new LinkedHashSet<>();

    private final Set<RecordRef> made = new LinkedHashSet<>();
    private final Model model;
    private final boolean takesEdited;

    TakingBack(Model model, Map<RecordRef, Map<String, Object>> now, boolean takesEdited) {
        this.model = model;
        this.account = new LinkedHashMap<>(now);
        this.takesEdited = takesEdited;
    }

    static TakingBack everything(Model model, Map<RecordRef, Map<String, Object>> now, boolean takesEdited) {
        TakingBack back = new TakingBack(model, now, takesEdited);
        back.make(book -> true);
        return back;
    }

    static TakingBack lastDelta(Model model, Map<RecordRef, Map<String, Object>> now) {
        TakingBack back = new TakingBack(model, now, false);
        back.restore();
        back.make(book -> book.born == model.generation);
        return back;
    }

    boolean isMade(RecordRef ref) {
        return made.contains(ref);
    }

    private void make(Predicate<Book> which) {
        for (Book book : model.books.values()) {
            if (book.isThere() && which.test(book)) {
                made.add(book.ref);
                Map<String, Object> now = account.get(book.ref);
                if (!takesEdited && now != null && (book.isTouched || book.isEdited(now))) {
                    kept.add(book.ref);
                }
            }
        }
        while (!takesEdited && made.stream().anyMatch(ref -> isNeeded(ref) && kept.add(ref))) {
            // What a kept record refers to is kept next.
        }
        made.stream().filter(ref -> !kept.contains(ref)).forEach(account::remove);
    }

    private boolean isNeeded(RecordRef ref) {
        return account.containsKey(ref)
                && account.entrySet().stream()
                        .filter(record -> !made.contains(record.getKey()) || kept.contains(record.getKey()))
                        .anyMatch(record -> record.getValue().containsValue(ref));
    }

    private void restore() {
        for (Book book : model.books.values()) {
            boolean isChanged = book.isThere() && book.changed == model.generation && book.born != model.generation;
            Map<String, Object> now = account.get(book.ref);
            if (isChanged && now != null) {
                if (book.isEdited(now)) {
                    kept.add(book.ref);
                } else {
                    account.put(book.ref, book.before);
                }
            }
        }
    }
}
