package dev.crmmigration.toolkit.cells;

import dev.crmmigration.toolkit.damage.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts back zeros that a spreadsheet took from the beginning of postal codes and phone numbers. Not thread-safe. */
final class LostZeros {

    /** Countries whose postal codes are digits, some of them beginning with zero, and how many. */
    private static final Map<String, Integer> POSTCODES = Map.ofEntries(
            Map.entry("US", 5),
            Map.entry("PR", 5),
            Map.entry("DE", 5),
            Map.entry("FR", 5),
            Map.entry("IT", 5),
            Map.entry("ES", 5),
            Map.entry("FI", 5),
            Map.entry("MX", 5),
            Map.entry("TR", 5),
            Map.entry("EE", 5),
            Map.entry("HR", 5),
            Map.entry("MY", 5),
            Map.entry("AU", 4),
            Map.entry("NO", 4),
            Map.entry("DK", 4),
            Map.entry("NZ", 4),
            Map.entry("ZA", 4),
            Map.entry("SG", 6),
            Map.entry("RO", 6),
            Map.entry("IL", 7));

    /** Countries whose numbers are dialled with a zero before so many digits. */
    private static final Map<String, Integer> PHONES =
            Map.of("FR", 9, "GB", 10, "NL", 9, "CH", 9, "AU", 9, "ZA", 9, "IN", 10);

    private static final Map<String, String> COUNTRIES = countries();

    private static final int LONGEST = 6;

    private final String region;
    private String lastCountry = "";
    private int lastLength;

    LostZeros(String region) {
        this.region = region.toUpperCase(Locale.ROOT);
    }

    private static Map<String, String> countries() {
        Map<String, String> codes = new HashMap<>();
        for (String code : POSTCODES.keySet()) {
            Locale country = new Locale.Builder().setRegion(code).build();
            codes.put(code, code);
            codes.put(country.getISO3Country(), code);
            for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH)) {
                codes.put(country.getDisplayCountry(language).toUpperCase(Locale.ROOT), code);
            }
        }
        codes.put("UNITED STATES OF AMERICA", "US");
        codes.put("USA", "US");
        return Map.copyOf(codes);
    }

    void readPostcode(Cell cell) {
        String text = cell.text();
        if (text.length() > LONGEST || !isDigits(text)) {
            cell.hold(text);
            return;
        }
        int length = length(cell.related().isEmpty() ? region : cell.related());
        // Two zeros at most: what is shorter was never a postal code.
        if (text.length() < length && text.length() >= length - 2) {
            cell.rewrite("0".repeat(length - text.length()) + text, Rule.XL_ZERO_LOST);
        }
        cell.hold(cell.text());
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Rows of one country often follow each other. */
    private int length(String country) {
        if (!country.equals(lastCountry)) {
            String code = COUNTRIES.getOrDefault(country.strip().toUpperCase(Locale.ROOT), "");
            lastCountry = country;
            lastLength = POSTCODES.getOrDefault(code, 0);
        }
        return lastLength;
    }

    void readPhone(Cell cell) {
        String text = cell.text();
        boolean isShort = PHONES.getOrDefault(region, 0) == text.length() && text.charAt(0) != '0' && isDigits(text);
        if (isShort) {
            cell.rewrite("0" + text, Rule.XL_ZERO_LOST);
        }
        cell.hold(cell.text());
    }
}
