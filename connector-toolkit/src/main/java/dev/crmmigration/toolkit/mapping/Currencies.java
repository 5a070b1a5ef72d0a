package dev.crmmigration.toolkit.mapping;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Currencies of a business, for amounts that must be given and are not known. */
public final class Currencies {

    private static final Pattern CODE = Pattern.compile("\\b[A-Z]{3}\\b");

    private Currencies() {}

    /** Returns the first currency that amounts are in; of a business without any there is nothing to get wrong. */
    public static String first(Stream<String> amounts) {
        return amounts.map(amount -> CODE.matcher(amount).results().findFirst())
                .flatMap(Optional::stream)
                .map(MatchResult::group)
                .findFirst()
                .orElse("USD");
    }
}
