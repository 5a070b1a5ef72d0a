package dev.crmmigration.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.Reconciliation;
import dev.crmmigration.engine.Reconciliation.Verified;
import dev.crmmigration.engine.RollbackReport;
import dev.crmmigration.engine.RunReport;
import dev.crmmigration.engine.RunReport.MappingCounts;
import dev.crmmigration.engine.model.Book.Gone;
import dev.crmmigration.engine.model.Book.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Compares what is with what should be. */
record Checks(World world, Model model) {

    /** Each thing that is owed has one record with its values, and nothing else has changed. */
    void written(Map<RecordRef, Map<String, Object>> expected, Map<RecordRef, String> madeBefore) {
        Map<String, List<RecordRef>> made = new TreeMap<>();
        world.made().forEach((ref, key) -> {
            if (!madeBefore.containsKey(ref)) {
                made.computeIfAbsent(key, any -> new ArrayList<>()).add(ref);
            }
        });
        made.forEach(
                (key, refs) -> assertThat(refs).as("records made for %s", key).hasSize(1));
        Map<RecordRef, RecordRef> ids = new HashMap<>();
        made.forEach((key, refs) ->
                ids.put(RecordRef.of(key.substring(0, key.indexOf(':')), "new " + key), refs.get(0)));
        model.settle(ids);
        Map<RecordRef, Map<String, Object>> settled = new LinkedHashMap<>();
        expected.forEach((ref, fields) -> {
            Map<String, Object> values = new TreeMap<>(fields);
            Model.settle(values, ids);
            settled.put(ids.getOrDefault(ref, ref), values);
        });
        Map<RecordRef, Map<String, Object>> now = world.contents();
        for (String key : model.uncertain) {
            if (made.containsKey(key)) {
                adopt(key, made.get(key).get(0), now, settled, ids);
            }
        }
        compare(now, settled);
    }

    private void adopt(
            String key,
            RecordRef ref,
            Map<RecordRef, Map<String, Object>> now,
            Map<RecordRef, Map<String, Object>> settled,
            Map<RecordRef, RecordRef> ids) {
        Map<String, Object> fields = now.getOrDefault(ref, Map.of());
        Map<String, Object> wanted = new TreeMap<>(model.expected(key));
        Model.settle(wanted, ids);
        if (!fields.containsKey("boss")) {
            wanted.remove("boss");
        }
        assertThat(fields).as("%s, which may lack its boss", key).isEqualTo(wanted);
        settled.put(ref, fields);
        model.adopt(key, ref, fields);
    }

    private static void compare(Map<RecordRef, Map<String, Object>> now, Map<RecordRef, Map<String, Object>> expected) {
        Map<RecordRef, Object> missing = new LinkedHashMap<>(expected);
        Map<RecordRef, Object> extra = new LinkedHashMap<>(now);
        missing.keySet().removeIf(ref -> Objects.equals(expected.get(ref), now.get(ref)));
        extra.keySet().removeIf(ref -> Objects.equals(now.get(ref), expected.get(ref)));
        assertThat(extra).as("records that are otherwise than they should be").isEqualTo(missing);
    }

    void counts(RunReport report) {
        assertThat(report.mappings()).allMatch(MappingCounts::closes, "closes");
        if (!model.uncertain.isEmpty()) {
            return;
        }
        for (MappingCounts counts : report.mappings()) {
            assertThat(counts).isEqualTo(counts(counts.mapping()));
        }
        boolean isOpen = report.mappings().stream().anyMatch(counts -> counts.held() + counts.failed() > 0)
                || count(book -> book.state != State.DELETED && book.flags.containsValue(true)) > 0;
        assertThat(report.result().completion()).isEqualTo(isOpen ? Completion.WAITS : Completion.COMPLETE);
    }

    private long count(Predicate<Book> which) {
        return model.books.values().stream().filter(which).count();
    }

    private MappingCounts counts(String mapping) {
        Map<String, Long> ends = new HashMap<>();
        for (Book book : model.books.values()) {
            if (book.mapping().equals(mapping)) {
                ends.merge(end(book), 1L, Long::sum);
            }
        }
        long duplicates = ends.getOrDefault("DUPLICATE", 0L);
        long past = ends.getOrDefault("PAST", 0L);
        return new MappingCounts(
                mapping,
                ends.values().stream().mapToLong(Long::longValue).sum() - duplicates - past,
                ends.getOrDefault("CREATED", 0L),
                ends.getOrDefault("UPDATED", 0L),
                0,
                ends.getOrDefault("UNCHANGED", 0L),
                ends.getOrDefault("DELETED", 0L),
                ends.getOrDefault("HELD", 0L),
                ends.getOrDefault("FAILED", 0L),
                0,
                ends.getOrDefault("READY", 0L),
                duplicates);
    }

    private String end(Book book) {
        if (book.state == State.DELETED) {
            return book.changed == model.generation ? "DELETED" : "PAST";
        }
        if (book.state != State.WRITTEN) {
            return book.state.name();
        }
        if (book.gone == Gone.FLAG) {
            return "HELD";
        }
        if (book.born == model.generation) {
            return "CREATED";
        }
        return book.changed == model.generation ? "UPDATED" : "UNCHANGED";
    }

    void verified(Reconciliation proof) {
        if (!model.uncertain.isEmpty()) {
            return;
        }
        Map<RecordRef, Map<String, Object>> now = world.contents();
        Predicate<Book> isWritten = book -> book.state == State.WRITTEN;
        long missing = count(isWritten.and(book -> !now.containsKey(book.ref)));
        long different = count(
                isWritten.and(book -> now.containsKey(book.ref) && !model.isAsItShouldBe(book, now.get(book.ref))));
        assertThat(proof.verified().stream().mapToLong(Verified::records).sum())
                .as("records to verify")
                .isEqualTo(count(isWritten));
        assertThat(proof.verified().stream().mapToLong(Verified::missing).sum())
                .as("missing")
                .isEqualTo(missing);
        assertThat(proof.verified().stream().mapToLong(Verified::different).sum())
                .as("different")
                .isEqualTo(different);
        assertThat(proof.closed()).as("closed").isEqualTo(missing + different == 0);
        assertThat(proof.roots())
                .as("roots")
                .anySatisfy(root -> assertThat(root.object()).isEqualTo("person"));
        assertThat(proof.roots().stream().allMatch(Reconciliation.Root::agrees))
                .as("roots agree")
                .isEqualTo(missing + different == 0);
    }

    void takenBack(RollbackReport report, TakingBack back) {
        compare(world.contents(), back.account);
        List<String> kept = back.kept.stream().map(RecordRef::toString).sorted().toList();
        assertThat(report.kept().stream()
                        .map(RollbackReport.Kept::record)
                        .filter(ref -> world.contents().keySet().stream()
                                .anyMatch(there -> there.toString().equals(ref)))
                        .sorted()
                        .toList())
                .as("kept")
                .isEqualTo(kept);
        boolean isResidue = back.kept.stream().anyMatch(back::isMade);
        assertThat(report.result().completion() == Completion.BROKEN)
                .as("residue")
                .isEqualTo(isResidue);
    }
}
