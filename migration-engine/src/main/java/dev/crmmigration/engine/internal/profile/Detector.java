package dev.crmmigration.engine.internal.profile;

import dev.crmmigration.api.catalog.FieldType;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells what a text is: the first that fits. Words for yes and no come before numbers, dates before phone numbers. */
@SuppressWarnings("ImmutableEnumChecker") // The tests are functions of their argument alone, the types nobody changes
enum Detector {
    BOOLEAN(
            Set.of("yes", "no", "true", "false", "y", "n", "on", "off", "ja", "nein", "oui", "non", "si")::contains,
            FieldType.BOOLEAN,
            FieldType.CHOICE),
    EMAIL("[^\\s@<>,;]+@[^\\s@<>,;.]+(\\.[^\\s@<>,;.]+)+", FieldType.CONTACT_POINTS, FieldType.USER),
    URL("(https?|ftp)://\\S+|www\\.[^\\s.]+\\.\\S+"),
    UUID("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"),
    INSTANT(
            "\\d{4}-\\d\\d-\\d\\d[t ]\\d\\d:\\d\\d.*|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4},? \\d{1,2}:\\d\\d.*",
            FieldType.INSTANT, FieldType.DATE),
    DATE(
            "\\d{4}[-/.](0?[1-9]|1[0-2])[-/.](0?[1-9]|[12]\\d|3[01])|(0?[1-9]|[12]\\d|3[01])[/.-](0?[1-9]|[12]\\d|3[01])[/.-](19|20)\\d\\d",
            FieldType.DATE, FieldType.INSTANT),
    TIME("([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?( ?[ap]m)?", FieldType.TIME),
    MONEY(
            "([$€£¥]|[a-z]{3} )\\s?-?\\d[\\d.,' ]*|-?\\d[\\d.,' ]*\\s?([$€£¥]|(usd|eur|gbp|chf|aud|cad|jpy))",
            FieldType.MONEY, FieldType.DECIMAL),
    PERCENT("-?\\d+([.,]\\d+)?\\s?%", FieldType.DECIMAL, FieldType.INTEGER),
    PHONE(Detector::isPhone, FieldType.CONTACT_POINTS),
    INTEGER("-?\\d{1,18}", FieldType.INTEGER, FieldType.DECIMAL, FieldType.MONEY),
    DECIMAL("-?\\d{1,15}[.,]\\d+|-?\\d{1,3}([,.']\\d{3})+([.,]\\d+)?", FieldType.DECIMAL, FieldType.MONEY),
    COUNTRY(Countries.WORDS::contains, FieldType.CHOICE),
    CURRENCY(
            Currency.getAvailableCurrencies().stream()
                    .map(currency -> currency.getCurrencyCode().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet())::contains,
            FieldType.CHOICE),
    TIME_ZONE("(africa|america|asia|atlantic|australia|europe|pacific|etc)/[a-z_/+-]+[0-9]*|utc|gmt", FieldType.CHOICE),
    DOMAIN("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,12}"),
    JSON("[{\\[]\\s*(\"|[{\\[\\d]).*[}\\]]"),
    HTML(".*<(p|br|div|a|b|i|ul|li|span|strong|em|h[1-6])\\b[^>]*>.*");

    private static final int LONGEST = 2_000;
    private static final Pattern PHONE_SHAPE = Pattern.compile("[+(]?[\\d\\s()./-]{6,24}(\\s?(x|ext\\.?) ?\\d{1,6})?");

    private final Predicate<String> test;
    private final Set<FieldType> types;

    Detector(Predicate<String> test, FieldType... types) {
        this.test = test;
        this.types = types.length == 0 ? Set.of() : EnumSet.copyOf(Arrays.asList(types));
    }

    Detector(String regex, FieldType... types) {
        this(Pattern.compile(regex, Pattern.DOTALL).asMatchPredicate(), types);
    }

    /** Finds out what a text is; empty if it is nothing in particular. */
    static Optional<Detector> of(String value) {
        String text = value.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        return Stream.of(values()).filter(detector -> detector.test.test(text)).findFirst();
    }

    /** Tells whether a field of this type is made for such values. */
    boolean fits(FieldType declared) {
        boolean isText = declared == FieldType.TEXT || declared == FieldType.LONG_TEXT;
        return types.contains(declared) || (isText && !hasOwnType());
    }

    /** Tells whether there is a type that would hold the values better than text. */
    private boolean hasOwnType() {
        return this == BOOLEAN || this == DATE || this == INSTANT || this == MONEY || this == DECIMAL || this == TIME;
    }

    /** Tells whether such values name or reach people, so that none is shown. */
    boolean isPersonal() {
        return this == EMAIL || this == PHONE;
    }

    /** Plain digits are a number: only what is written like a phone number, or is as long, is one. */
    private static boolean isPhone(String text) {
        long digits = text.chars().filter(Character::isDigit).count();
        boolean isWrittenSo =
                text.startsWith("+") || text.startsWith("00") || text.chars().anyMatch(it -> " ()/-".indexOf(it) >= 0);
        return digits >= 7
                && digits <= 15 + 6
                && isWrittenSo
                && PHONE_SHAPE.matcher(text).matches();
    }

    /** Names and codes of countries, in English. */
    private static final class Countries {
        private static final Set<String> WORDS = Stream.concat(
                        Stream.of(Locale.getISOCountries())
                                .flatMap(code -> Stream.of(
                                        code,
                                        new Locale.Builder()
                                                .setRegion(code)
                                                .build()
                                                .getDisplayCountry(Locale.ENGLISH))),
                        Stream.of("USA", "UK", "England", "Scotland", "Deutschland", "Österreich", "Schweiz"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
