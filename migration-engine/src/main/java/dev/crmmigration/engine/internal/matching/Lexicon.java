package dev.crmmigration.engine.internal.matching;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What CRM systems call things: the content of {@code lexicon.txt}. */
final class Lexicon {

    private static final String FILE = "lexicon.txt";
    private static final Map<String, List<Kind>> GROUPS = Map.of(
            "person", List.of(Kind.CONTACT, Kind.LEAD),
            "activity", List.of(Kind.TASK, Kind.CALL, Kind.MEETING));
    private static final String ANY = "*";

    private final Map<String, String> aliases = new HashMap<>();
    private final Set<String> dropped = new HashSet<>();
    private final Map<String, Kind> nouns = new HashMap<>();
    private final Map<String, String> roles = new HashMap<>();
    private final Map<String, Map<String, String>> slots = new HashMap<>();
    private final Map<Kind, Map<String, String>> special = new HashMap<>();
    private final Map<String, String> general = new HashMap<>();
    private final Map<String, Double> nearness = new HashMap<>();
    private final Set<String> vague = new HashSet<>();
    private final Set<String> vocabulary = new HashSet<>();

    private Lexicon() {}

    /** Reads the lexicon that comes with the engine. */
    static Lexicon load() {
        try (InputStream stream = Objects.requireNonNull(Lexicon.class.getResourceAsStream(FILE), FILE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
            Lexicon lexicon = new Lexicon();
            // Words before phrases, for phrases are written in the words.
            lines.stream().filter(line -> line.startsWith("alias ")).forEach(lexicon::read);
            lines.stream().filter(line -> line.startsWith("drop ")).forEach(lexicon::read);
            lines.stream().filter(line -> !line.startsWith("alias ")).forEach(lexicon::read);
            return lexicon;
        } catch (IOException e) {
            throw new UncheckedIOException("the lexicon of the matcher cannot be read", e);
        }
    }

    private void read(String line) {
        List<String> halves = Arrays.asList(line.split("\\s*=\\s*", 2));
        String[] head = halves.get(0).split("\\s+", -1);
        switch (head[0]) {
            case "alias" -> words(halves.get(1)).forEach(word -> aliases.putIfAbsent(word, head[1]));
            case "drop" -> dropped.addAll(words(halves.get(1)));
            case "noun" -> words(halves.get(1)).forEach(word -> nouns.put(plain(word), kindOfNoun(head[1])));
            case "role" -> words(halves.get(1)).forEach(word -> roles.put(plain(word), head[1]));
            case "slots" ->
                words(halves.get(1))
                        .forEach(role -> slots.computeIfAbsent(head[1], family -> new HashMap<>())
                                .put(role, head[2]));
            case "concept" -> concept(head[1], head[2], halves.get(1));
            case "vague" -> vague.addAll(words(halves.get(1)));
            case "near" -> nearness.put(pair(head[1], head[2]), Double.valueOf(head[3]));
            default -> throw new IllegalStateException("the lexicon has a line of no known sort: " + head[0]);
        }
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+", -1));
    }

    /** An activity is the own noun of every kind of activity. */
    private static Kind kindOfNoun(String name) {
        return name.equals("activity") ? Kind.TASK : Kind.named(name);
    }

    private void concept(String name, String kinds, String forms) {
        for (String form : forms.split("\\s*;\\s*", -1)) {
            List<String> tokens = tokens(form);
            vocabulary.addAll(tokens);
            String phrase = String.join(" ", tokens);
            String anyOrder = anyOrder(tokens);
            for (String kind : kinds.split(",", -1)) {
                if (kind.equals(ANY)) {
                    general.putIfAbsent(phrase, name);
                    general.putIfAbsent(anyOrder, name);
                } else {
                    GROUPS.getOrDefault(kind, List.of(Kind.named(kind))).forEach(one -> {
                        Map<String, String> phrases = special.computeIfAbsent(one, known -> new HashMap<>());
                        phrases.putIfAbsent(phrase, name);
                        phrases.putIfAbsent(anyOrder, name);
                    });
                }
            }
        }
    }

    /** Returns the key of a phrase whose words may stand in any order. */
    static String anyOrder(List<String> tokens) {
        return "~" + tokens.stream().sorted().collect(Collectors.joining(" "));
    }

    /** Returns the words of a name or label as the lexicon writes them. */
    List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        for (String word : Words.of(text)) {
            String plain = plain(word);
            if (!dropped.contains(plain)) {
                tokens.add(plain);
            }
        }
        return tokens;
    }

    /** Returns a word without its plural and in the spelling that counts. */
    String plain(String word) {
        String known = aliases.get(word);
        if (known != null) {
            return known;
        }
        String singular = singular(word);
        return aliases.getOrDefault(singular, singular);
    }

    private static String singular(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.length() > 4 && (word.endsWith("sses") || word.endsWith("xes"))) {
            return word.substring(0, word.length() - 2);
        }
        boolean plural = word.length() > 3
                && word.endsWith("s")
                && !word.endsWith("ss")
                && !word.endsWith("us")
                && !word.endsWith("is");
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    /** Tells whether a word occurs in the lexicon, so that words glued together can be told apart. */
    boolean knows(String word) {
        String plain = plain(word);
        return vocabulary.contains(plain)
                || dropped.contains(plain)
                || nouns.containsKey(plain)
                || roles.containsKey(plain);
    }

    /** Finds what a phrase stands for on an object of a kind. */
    Optional<String> concept(String phrase, Kind kind) {
        return Optional.ofNullable(special.getOrDefault(kind, Map.of()).get(phrase))
                .or(() -> Optional.ofNullable(general.get(phrase)));
    }

    Optional<Kind> noun(List<String> tokens) {
        return tokens.size() == 1 ? Optional.ofNullable(nouns.get(tokens.get(0))) : Optional.empty();
    }

    Optional<Kind> noun(String token) {
        return Optional.ofNullable(nouns.get(token));
    }

    Optional<String> role(String token) {
        return Optional.ofNullable(roles.get(token));
    }

    /** Returns the family of concepts whose slots are told apart by roles; empty if the concept has no slots. */
    Optional<String> family(String concept) {
        return switch (concept) {
            case "phone", "email" -> Optional.of(concept);
            case "street",
                    "street2",
                    "street3",
                    "street4",
                    "street_number",
                    "city",
                    "state",
                    "state_code_address",
                    "county",
                    "postal_code",
                    "country",
                    "country_code",
                    "po_box",
                    "address",
                    "street_or_address",
                    "latitude",
                    "longitude",
                    "address_name",
                    "address_type" -> Optional.of("address");
            default -> Optional.empty();
        };
    }

    /** Returns the slot that a role means in a family. */
    String slot(String family, String role) {
        return slots.getOrDefault(family, Map.of()).getOrDefault(role.isEmpty() ? "-" : role, role);
    }

    /** Tells how much two concepts that are not the same may stand for each other, from 0 to 1. */
    double nearness(String one, String other) {
        return nearness.getOrDefault(pair(one, other), 0.0);
    }

    /** Tells whether a concept is a bag of things that are the same only if they have the same words. */
    boolean isVague(String concept) {
        return vague.contains(concept);
    }

    private static String pair(String one, String other) {
        return one.compareTo(other) <= 0 ? one + " " + other : other + " " + one;
    }

    /** Finds the kind of the records of an object from its name. */
    Kind kindOf(String object) {
        List<String> tokens = tokens(object);
        for (int i = tokens.size() - 1; i >= 0; i--) {
            Optional<Kind> kind = noun(tokens.get(i));
            if (kind.isPresent()) {
                return kind.get();
            }
        }
        return Kind.named(object.toLowerCase(Locale.ROOT));
    }
}
