package dev.crmmigration.engine.internal.matching;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Takes names and labels apart into plain lower-case words, whatever way they are written. */
final class Words {

    private static final Pattern CAMEL = Pattern.compile(
            "(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|(?<=\\p{L})(?=\\d)|(?<=\\d)(?=\\p{L})");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Words() {}

    /** Returns the words of a name or a label, accents taken off. */
    static List<String> of(String text) {
        String plain = text.replace("ß", "ss").replaceAll("__c$|__pc$", "");
        plain = MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD)).replaceAll("");
        List<String> words = new ArrayList<>();
        for (String run : BETWEEN.split(plain, -1)) {
            for (String word : CAMEL.split(run, -1)) {
                if (!word.isEmpty()) {
                    words.add(word.toLowerCase(Locale.ROOT));
                }
            }
        }
        return words;
    }
}
