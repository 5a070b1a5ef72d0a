package dev.crmmigration.engine.internal.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the values of a field look like, whatever the field is called. */
@SuppressWarnings("ImmutableEnumChecker") // The tests are functions of their argument alone
enum Detector {
    EMAIL("e-mail addresses", matching("[^\\s@]+@[^\\s@]+\\.[\\p{L}]{2,}")),
    URL("web addresses", matching("(?i)(https?://|www\\.)\\S+")),
    UUID("identifiers", matching("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{40}")),
    DATETIME("moments", matching("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d.*")),
    DATE("dates", matching("\\d{4}-\\d\\d?-\\d\\d?|\\d\\d?[./]\\d\\d?[./]\\d{4}")),
    PERCENT("percentages", matching("\\d{1,3}([.,]\\d+)? ?%")),
    MONEY("amounts of money", matching("[€$£] ?-?[\\d.,' ]+|-?[\\d.,' ]+ ?([€$£]|[A-Z]{3})")),
    BOOLEAN("yes and no", Words.BOOLEAN::contains),
    COUNTRY("countries", Words.COUNTRY::contains),
    STRUCTURE("structured data", matching("(?s)[{\\[].*[}\\]]")),
    PHONE("telephone numbers", Detector::isPhone);

    /** Fewer values than this prove nothing. */
    private static final int FEWEST = 3;

    private static final double MAJORITY = 0.8;
    private static final Pattern PHONE_SHAPE = Pattern.compile("[+(]?[\\d][\\d ()./-]{6,18}( ?(x|ext\\.?) ?\\d+)?");

    private final String words;
    private final Predicate<String> test;

    Detector(String words, Predicate<String> test) {
        this.words = words;
        this.test = test;
    }

    String words() {
        return words;
    }

    /** Finds what most of the values look like; empty if that is nothing in particular. */
    static Optional<Detector> of(List<String> values) {
        if (values.size() < FEWEST) {
            return Optional.empty();
        }
        return Arrays.stream(values())
                .filter(detector -> values.stream()
                                .map(String::strip)
                                .filter(value -> detector.test.test(value))
                                .count()
                        >= MAJORITY * values.size())
                .findFirst();
    }

    /** Returns what the values of a type look like; empty if the type says nothing about it. */
    static Optional<Detector> of(ValueType type) {
        return switch (type) {
            case EMAIL -> Optional.of(EMAIL);
            case PHONE -> Optional.of(PHONE);
            case URL -> Optional.of(URL);
            case BOOLEAN -> Optional.of(BOOLEAN);
            case DATE -> Optional.of(DATE);
            case DATETIME -> Optional.of(DATETIME);
            default -> Optional.empty();
        };
    }

    private static Predicate<String> matching(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate();
    }

    private static boolean isPhone(String value) {
        long digits = value.chars().filter(Character::isDigit).count();
        boolean dialled = value.startsWith("+") || value.startsWith("0") || value.contains(" ") || value.contains("-");
        return digits >= 7
                && digits <= 15
                && dialled
                && PHONE_SHAPE.matcher(value).matches();
    }

    /** Words that are looked up. */
    private static final class Words {
        private static final Set<String> YES_AND_NO = Set.of("true", "false", "yes", "no", "ja", "nein", "oui", "non");
        private static final Set<String> COUNTRIES = Arrays.stream(Locale.getISOCountries())
                .flatMap(code ->
                        java.util.stream.Stream.of(code, new Locale("", code).getDisplayCountry(Locale.ENGLISH)))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        private static final Sought BOOLEAN = new Sought(YES_AND_NO);
        private static final Sought COUNTRY = new Sought(COUNTRIES);
    }

    private record Sought(Set<String> words) {
        boolean contains(String value) {
            return words.contains(value.toLowerCase(Locale.ROOT));
        }
    }
}
