package dev.crmmigration.examples.benchmarks.damage;

import static dev.crmmigration.examples.benchmarks.damage.Damage.lasting;
import static dev.crmmigration.examples.benchmarks.damage.Damage.repairable;

import dev.crmmigration.toolkit.damage.Rule;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Damages of cells, as keyboards, encodings and spreadsheets do them. */
final class CellDamages {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final LocalDate SERIAL_START = LocalDate.of(1899, 12, 30);

    private CellDamages() {}

    static List<Damage> all() {
        List<Damage> all = new ArrayList<>();
        all.add(some(Rule.ENC_MOJIBAKE, "UTF-8 read as Windows-1252", "last_name", CellDamages::mojibake));
        all.add(some(Rule.ENC_MOJIBAKE, "twice", "first_name", cell -> mojibake(mojibake(cell))));
        all.add(some(Rule.CTRL, "marks that cannot be seen", "email", cell -> "\u200B" + cell + "\uFEFF"));
        all.add(some(Rule.CTRL, "control characters in keys", "client_id", cell -> cell + "\u0007"));
        all.add(some(Rule.EOL, "a line break in a choice", "status", cell -> cell.replace("_", "\n")));
        all.add(some(Rule.XL_SERIAL, "dates as serial numbers", "born_on", CellDamages::serial));
        all.add(whole(Rule.XL_DATE_ORDER, "day first", "born_on", cell -> ordered(cell, "%3$s/%2$s/%1$s")));
        all.add(whole(Rule.XL_DATE_ORDER, "month first", "born_on", cell -> ordered(cell, "%2$s/%3$s/%1$s")));
        all.add(whole(Rule.XL_DATE_ORDER, "with dots", "born_on", cell -> ordered(cell, "%3$s.%2$s.%1$s")));
        all.add(whole(
                Rule.XL_YEAR2,
                "two-digit years",
                "born_on",
                cell -> ordered(cell, "%2$s/%3$s/%1$s").replaceAll("/(19|20)(\\d\\d)$", "/$2")));
        all.add(some(Rule.XL_WRAP, "=\"...\"", "postal_code", cell -> "=\"" + cell + "\""));
        all.add(some(Rule.XL_WRAP, "an apostrophe", "postal_code", cell -> "'" + cell));
        all.add(some(Rule.XL_GUARD, "a guard before +", "phone", cell -> "'" + cell));
        all.add(some(Rule.XL_ZERO_LOST, "lost zeros", "postal_code", cell -> cell.replaceFirst("^0{1,2}", "")));
        all.add(some(Rule.XL_BOOL, "TRUE and FALSE", "newsletter", cell -> cell.equals("true") ? "TRUE" : "FALSE"));
        all.add(some(Rule.XL_BOOL, "WAHR and FALSCH", "newsletter", cell -> cell.equals("true") ? "WAHR" : "FALSCH"));
        all.add(whole(Rule.NUM_LOCALE, "a decimal comma", "fee", CellDamages::german));
        all.add(whole(Rule.NUM_LOCALE, "thousands and a decimal point", "fee", CellDamages::english));
        all.add(whole(Rule.NUM_LOCALE, "thin spaces between thousands", "fee", CellDamages::french));
        all.add(some(Rule.NULL_TEXT, "blanks around", "coach_id", cell -> "  " + cell + "\u00A0"));
        all.add(some(Rule.EMAIL_NORM, "mailto:", "email", cell -> "mailto:" + cell + ","));
        all.add(some(
                Rule.ENUM_NEW,
                "other spellings",
                "status",
                cell -> cell.toUpperCase(Locale.ROOT).replace('_', ' ')));
        all.add(repairable(
                        Rule.XL_SCI,
                        "keys in scientific notation, all digits there",
                        (clean, random) -> sci(clean, random, true))
                .ofKeys());
        all.add(lasting(
                        Rule.XL_SCI,
                        "keys in scientific notation, digits lost",
                        (clean, random) -> sci(clean, random, false))
                .ofKeys());
        all.add(lasting(Rule.XL_15DIGITS, "keys cut to 15 digits", CellDamages::cut)
                .ofKeys());
        all.add(lost(Rule.XL_HASHES, "########", "born_on", cell -> "########"));
        all.add(lost(Rule.XL_MONTHNAME, "codes turned into dates", "contract_no", cell -> "1-Mar"));
        all.add(lost(Rule.ENC_LOST, "letters lost to ?", "last_name", cell -> cell.replace('ü', '?')));
        all.add(lost(Rule.ENC_LOST, "letters lost to U+FFFD", "last_name", cell -> cell.replace('ü', '\uFFFD')));
        all.add(lost(Rule.ENUM_NEW, "an unknown status", "status", cell -> "dormant"));
        all.add(lost(Rule.BAD_DATE, "no date", "born_on", cell -> "in spring"));
        all.add(lost(Rule.BAD_NUMBER, "no number", "fee", cell -> "on request"));
        all.add(lost(Rule.XL_BOOL, "neither yes nor no", "newsletter", cell -> "perhaps"));
        all.add(lost(Rule.NULL_TEXT, "words for nothing", "coach_id", cell -> "N/A"));
        all.add(lost(Rule.DATE_SENTINEL, "dates for nothing", "born_on", cell -> "1899-12-30"));
        all.add(lost(Rule.EMAIL_BAD, "no address", "email", cell -> cell.replace('@', ' ')));
        all.add(lasting(Rule.XL_DATE_ORDER, "both orders in one column", CellDamages::bothOrders));
        all.add(lasting(Rule.NUM_LOCALE, "1,234 and 1.50 and 1,50 in one column", CellDamages::bothMarks));
        all.add(lasting(Rule.XL_DATE_ORDER, "no date tells the order", CellDamages::noOrder));
        return all;
    }

    private static Damage some(Rule rule, String name, String column, UnaryOperator<String> change) {
        return repairable(rule, name, (clean, random) -> changed(clean, random, column, 10, change));
    }

    private static Damage whole(Rule rule, String name, String column, UnaryOperator<String> change) {
        return repairable(rule, name, (clean, random) -> changed(clean, random, column, 1, change));
    }

    private static Damage lost(Rule rule, String name, String column, UnaryOperator<String> change) {
        return lasting(rule, name, (clean, random) -> changed(clean, random, column, 10, change));
    }

    private static Damaged changed(
            CleanTable clean, Random random, String column, int oneOf, UnaryOperator<String> change) {
        int index = CleanTable.HEADER.indexOf(column);
        List<List<String>> rows = clean.copy();
        Set<Integer> damaged = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            String cell = rows.get(i).get(index);
            String changed = random.nextInt(oneOf) == 0 ? change.apply(cell) : cell;
            if (!changed.equals(cell)) {
                rows.get(i).set(index, changed);
                damaged.add(i);
            }
        }
        return Damaged.utf8(CsvFile.usual().text(rows), damaged);
    }

    private static String mojibake(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder read = new StringBuilder();
        for (byte one : bytes) {
            String character = new String(new byte[] {one}, WINDOWS);
            // Programs take the five bytes that Windows-1252 lacks for control characters.
            read.append(character.equals("\uFFFD") ? String.valueOf((char) (one & 0xFF)) : character);
        }
        return read.toString();
    }

    private static String serial(String cell) {
        long days = ChronoUnit.DAYS.between(SERIAL_START, LocalDate.parse(cell));
        return days >= 20_000 ? String.valueOf(days) : cell;
    }

    private static String ordered(String cell, String format) {
        return String.format(format, cell.substring(0, 4), cell.substring(5, 7), cell.substring(8));
    }

    private static String grouped(String cell, String group, String mark) {
        int point = cell.indexOf('.');
        String whole = cell.substring(0, point).replaceAll("(\\d)(\\d{3})$", "$1" + group + "$2");
        return whole + mark + cell.substring(point + 1);
    }

    private static String german(String cell) {
        return grouped(cell, ".", ",").replaceFirst(",00$", "");
    }

    private static String english(String cell) {
        return grouped(cell, ",", ".").replaceFirst("\\.00$", "");
    }

    private static String french(String cell) {
        return grouped(cell, "\u202F", ",") + " €".repeat(0);
    }

    private static List<List<String>> withNumbers(CleanTable clean, String format) {
        List<List<String>> rows = clean.copy();
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).set(0, String.format(format, 4_915_123_456_000L + i));
        }
        return rows;
    }

    private static Damaged sci(CleanTable clean, Random random, boolean all) {
        List<List<String>> rows = withNumbers(clean, "%d");
        Set<Integer> damaged = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            if (random.nextInt(10) == 0) {
                String id = rows.get(i).get(0);
                String digits = all ? id.substring(1) : id.substring(1, 6);
                rows.get(i).set(0, id.charAt(0) + "." + digits + "E+12");
                damaged.add(i);
            }
        }
        return Damaged.utf8(CsvFile.usual().text(rows), damaged);
    }

    private static Damaged cut(CleanTable clean, Random random) {
        List<List<String>> rows = withNumbers(clean, "%d1237");
        Set<Integer> damaged = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            if (random.nextInt(10) == 0) {
                rows.get(i).set(0, rows.get(i).get(0).substring(0, 15) + "00");
                damaged.add(i);
            }
        }
        return Damaged.utf8(CsvFile.usual().text(rows), damaged);
    }

    private static Damaged bothOrders(CleanTable clean, Random random) {
        return changed(
                clean,
                random,
                "born_on",
                1,
                cell -> ordered(cell, random.nextBoolean() ? "%3$s/%2$s/%1$s" : "%2$s/%3$s/%1$s"));
    }

    private static Damaged bothMarks(CleanTable clean, Random random) {
        return changed(clean, random, "fee", 1, cell -> random.nextBoolean() ? german(cell) : english(cell));
    }

    private static Damaged noOrder(CleanTable clean, Random random) {
        return changed(
                clean,
                random,
                "born_on",
                1,
                cell -> Integer.parseInt(cell.substring(8)) <= 12 ? ordered(cell, "%3$s/%2$s/%1$s") : "");
    }
}
