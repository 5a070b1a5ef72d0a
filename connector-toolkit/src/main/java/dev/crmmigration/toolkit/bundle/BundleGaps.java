package dev.crmmigration.toolkit.bundle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects sentences about what a bundle does not hold. Not thread-safe. */
public final class BundleGaps {

    private static final int MOST_LISTED = 50;

    private final Bundle bundle;
    private final List<String> gaps = new ArrayList<>();

    public BundleGaps(Bundle bundle) {
        this.bundle = bundle;
    }

    public BundleGaps add(String gap) {
        gaps.add(gap);
        return this;
    }

    public BundleGaps addAll(List<String> more) {
        gaps.addAll(more);
        return this;
    }

    /** Adds a sentence with a number before it, if it is not 0. */
    public BundleGaps count(long number, String what) {
        return number > 0 ? add(number + " " + what) : this;
    }

    /** Adds the first of many sentences, and how many more there are. */
    public BundleGaps list(List<String> sentences, String what) {
        sentences.stream().limit(MOST_LISTED).forEach(gaps::add);
        return sentences.size() > MOST_LISTED ? add("and " + (sentences.size() - MOST_LISTED) + " more " + what) : this;
    }

    /**
     * Adds what is not there of files, and what is there that nothing names.
     *
     * @param known files beyond the tables that are read
     */
    public BundleGaps files(AttachmentFiles attachments, Set<String> known) {
        for (BundleObject object : bundle.format().objects()) {
            if (bundle.tables(object).isEmpty()) {
                add("the export has no file " + object.table().name() + ".csv: no " + object.type() + " can move");
            }
        }
        Set<String> others = new HashSet<>(bundle.others());
        others.remove("manifest.json");
        others.removeAll(known);
        list(
                attachments.extra(others).stream()
                        .map(file -> "file " + file + " is in the export, but nothing names it: it does not move")
                        .toList(),
                "files that nothing names");
        attachments
                .missing()
                .forEach((category, count) -> add(count + " attachment(s) of the category '"
                        + (category.isEmpty() ? "none" : category)
                        + "' have no file in the export: their names and links are kept in notes"));
        return this;
    }

    /** Adds what is not sure about people. */
    public BundleGaps people(People people) {
        return count(
                        people.clients().merged(),
                        "client(s) have the address and name of another one and become one person with it")
                .count(
                        people.clients().shared(),
                        "address(es) are shared by clients of different names, who stay apart")
                .count(people.coaches().unknown(), "coach(es) are named who are not in coaches.csv");
    }

    /** Adds the columns that nobody knows, and that nothing can be checked without a manifest. */
    public BundleGaps columns() {
        for (BundleObject object : bundle.objects()) {
            Set<String> seen = new HashSet<>();
            bundle.tables(object).stream()
                    .flatMap(table -> table.extras().stream())
                    .filter(column -> !object.isCustom(column) && seen.add(column.key()))
                    .forEach(column -> add("column '" + column.header() + "' of "
                            + object.table().name() + " is none of "
                            + bundle.format().label() + "'s: it is read as " + BundleFields.key(object, column)));
        }
        return bundle.manifest().isEmpty()
                ? add("the export has no manifest: neither its time nor its number of rows can be checked")
                : this;
    }

    /** Returns the sentences. */
    public List<String> sentences() {
        return List.copyOf(gaps);
    }
}
