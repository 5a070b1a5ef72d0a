package dev.crmmigration.engine.internal.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names of people: without titles, with their short forms, and how they sound. */
final class PersonNames {

    private static final Set<String> TITLES = WordList.words("titles.txt");
    private static final Map<String, List<String>> ROOTS = roots();
    private static final int LONGEST_SOUND = 6;

    private PersonNames() {}

    /** A name in its two parts, folded. */
    record Split(String first, String last) {}

    private static Map<String, List<String>> roots() {
        Map<String, List<String>> roots = new HashMap<>();
        for (String line : WordList.lines("nicknames.txt")) {
            List<String> names = List.of(line.split(" ", -1));
            names.forEach(name ->
                    roots.computeIfAbsent(name, unused -> new ArrayList<>()).add(names.get(0)));
        }
        return roots;
    }

    /** Folds a name and takes the titles away, unless nothing would be left. */
    static String fold(String name) {
        String folded = Normal.fold(name);
        if (folded.indexOf(' ') < 0) {
            return folded;
        }
        List<String> words = new ArrayList<>(List.of(folded.split(" ", -1)));
        words.removeIf(TITLES::contains);
        return words.isEmpty() ? folded : String.join(" ", words);
    }

    /** Splits {@code First Last} and {@code Last, First}. */
    static Split split(String name) {
        int comma = name.indexOf(',');
        if (comma > 0 && !TITLES.contains(Normal.fold(name.substring(comma + 1)))) {
            return new Split(fold(name.substring(comma + 1)), fold(name.substring(0, comma)));
        }
        String folded = fold(name);
        int space = folded.lastIndexOf(' ');
        return space < 0 ? new Split(folded, "") : new Split(folded.substring(0, space), folded.substring(space + 1));
    }

    /** Tells whether one name may be a form of the other. */
    static boolean areForms(String one, String other) {
        List<String> roots = ROOTS.getOrDefault(firstWord(one), List.of());
        return ROOTS.getOrDefault(firstWord(other), List.of()).stream().anyMatch(roots::contains);
    }

    /** Returns the name that stands for all its forms. */
    static String root(String first) {
        String word = firstWord(first);
        return ROOTS.getOrDefault(word, List.of(word)).get(0);
    }

    static String firstWord(String name) {
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }

    /** Returns how a name sounds: its consonants, those that sound alike as one, without doubles. */
    static String sound(String name) {
        String word = name.replace("ph", "f")
                .replace("sch", "s")
                .replace("sh", "s")
                .replace("ck", "k")
                .replace("ts", "s");
        StringBuilder sound = new StringBuilder();
        char before = 0;
        for (int i = 0; i < word.length() && sound.length() < LONGEST_SOUND; i++) {
            char code = code(word.charAt(i));
            boolean isVowel = code == 'a';
            if (code != 0 && code != before && (!isVowel || i == 0)) {
                sound.append(code);
            }
            before = isVowel ? 0 : code;
        }
        return sound.toString();
    }

    private static char code(char letter) {
        return switch (letter) {
            case 'a', 'e', 'i', 'o', 'u', 'y' -> 'a';
            case 'c', 'k', 'q', 'g' -> 'k';
            case 's', 'z', 'x', 'j' -> 's';
            case 'd', 't' -> 't';
            case 'b', 'p' -> 'p';
            case 'f', 'v', 'w' -> 'f';
            case 'm', 'n' -> 'n';
            case 'l', 'r' -> letter;
            case 'h', ' ' -> 0;
            default -> letter;
        };
    }
}
