package dev.crmmigration.toolkit.identity;

import dev.crmmigration.toolkit.damage.Rule;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a table's rows, to find the row that a reference means, even if its id was lost: by the keys that exports put
 * beside it, by another spelling, by the digits that a spreadsheet left. Holds keys only. Not thread-safe.
 */
public final class KeyIndex {

    private static final Pattern SCIENTIFIC = Pattern.compile("(\\d)(?:[.,](\\d+))?[Ee]\\+(\\d{1,2})");
    private static final Pattern CUT = Pattern.compile("(\\d{15})0+");
    private static final String SEVERAL = "";

    private final NavigableSet<String> ids = new TreeSet<>();
    private final Map<String, String> folded = new HashMap<>();
    private final Map<String, Map<String, String>> others = new HashMap<>();
    private final Map<String, String> aliases = new HashMap<>();

    /**
     * What a reference means.
     *
     * @param id the id of the row, or empty text if there is none: the row that refers is an orphan
     * @param rule how it was found, if not by its id as it stands
     */
    public record Found(String id, Optional<Rule> rule) {

        public boolean isOrphan() {
            return id.isEmpty();
        }
    }

    /** Takes in a row. */
    public void add(String id) {
        ids.add(id);
        remember(folded, fold(id), id);
    }

    /**
     * Takes in another key of a row, which counts as long as no other row has it.
     *
     * @param name what key it is, such as {@code email} or {@code name}
     */
    public void addKey(String id, String name, String key) {
        if (!key.isBlank()) {
            remember(others.computeIfAbsent(name, any -> new HashMap<>()), comparable(name, key), id);
        }
    }

    /** Lets an id stand for another, as its row was merged into that one. */
    public void merge(String id, String survivor) {
        if (!id.equals(survivor)) {
            aliases.put(id, survivor);
        }
    }

    private static void remember(Map<String, String> keys, String key, String id) {
        keys.merge(key, id, (before, now) -> before.equals(now) ? now : SEVERAL);
    }

    private static String fold(String id) {
        return id.strip().toLowerCase(Locale.ROOT);
    }

    private static String comparable(String name, String key) {
        return name.equals("email")
                ? EmailText.key(key).orElse("")
                : String.join(" ", key.strip().toLowerCase(Locale.ROOT).split("\\s+", -1));
    }

    /**
     * Finds a row.
     *
     * @param id the reference as it stands, perhaps empty
     * @param beside the keys that stand beside it, by name; the first that tells counts
     */
    public Found find(String id, Map<String, String> beside) {
        String text = id.strip();
        if (ids.contains(id) || aliases.containsKey(id)) {
            return new Found(survivor(id), Optional.empty());
        }
        if (!text.isEmpty()) {
            String other = folded.getOrDefault(fold(text), SEVERAL);
            if (!other.equals(SEVERAL)) {
                return new Found(survivor(other), Optional.of(Rule.REF_CASE));
            }
            Found shortened = byDigits(text);
            if (shortened != null) {
                return shortened;
            }
        }
        return beside.entrySet().stream()
                .map(entry -> others.getOrDefault(entry.getKey(), Map.of())
                        .getOrDefault(comparable(entry.getKey(), entry.getValue()), SEVERAL))
                .filter(found -> !found.equals(SEVERAL))
                .findFirst()
                .map(found -> new Found(survivor(found), Optional.of(Rule.REF_DANGLING)))
                .orElse(new Found("", Optional.of(Rule.REF_DANGLING)));
    }

    /** The digits that are left tell the row if only one begins with them. */
    private @Nullable Found byDigits(String text) {
        Matcher scientific = SCIENTIFIC.matcher(text);
        if (scientific.matches()) {
            String digits = scientific.group(1) + (scientific.group(2) == null ? "" : scientific.group(2));
            return only(digits, Integer.parseInt(scientific.group(3)) + 1, Rule.XL_SCI);
        }
        Matcher cut = CUT.matcher(text);
        return cut.matches() ? only(cut.group(1), text.length(), Rule.XL_15DIGITS) : null;
    }

    private @Nullable Found only(String digits, int length, Rule rule) {
        String found = null;
        for (String id : ids.tailSet(digits)) {
            if (!id.startsWith(digits)) {
                break;
            }
            if (id.length() == length && found != null) {
                return null;
            }
            found = id.length() == length ? id : found;
        }
        return found == null ? null : new Found(survivor(found), Optional.of(rule));
    }

    /** Returns the id of the row that is left of all that were merged. */
    public String survivor(String id) {
        String current = id;
        for (int i = 0; aliases.containsKey(current) && i <= aliases.size(); i++) {
            current = aliases.getOrDefault(current, current);
        }
        return current;
    }
}
