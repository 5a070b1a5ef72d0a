package dev.crmmigration.engine.internal.linkage;

import dev.crmmigration.engine.internal.value.JaroWinkler;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Names of companies, without what every company's name has. */
final class CompanyNames {

    private static final Set<String> FORMS = WordList.words("legal-forms.txt");

    private CompanyNames() {}

    /** Folds a name and takes the legal form away, unless nothing would be left. */
    static String fold(String name) {
        String folded = Normal.fold(name.replace(".", "").replace("&", " "));
        List<String> words = new ArrayList<>(List.of(folded.split(" ", -1)));
        words.removeIf(FORMS::contains);
        return words.isEmpty() ? folded : String.join(" ", words);
    }

    /** How much two folded names look alike, whatever the order of their words. */
    static double likeness(String one, String other) {
        double plain = JaroWinkler.of(one, other);
        return plain == 1 ? 1 : Math.max(plain, JaroWinkler.of(sorted(one), sorted(other)));
    }

    private static String sorted(String name) {
        List<String> words = new ArrayList<>(List.of(name.split(" ", -1)));
        words.sort(null);
        return String.join(" ", words);
    }
}
