package dev.crmmigration.examples.benchmarks;

import dev.crmmigration.api.record.CrmRecord;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Invented contacts, some of which are there twice, as people and forms write them: other formats, typing errors, short
 * forms, swapped names, an address that changed. The id says who is who: {@code d12} is {@code p12} once more.
 */
final class PeopleData {

    private static final List<String> FIRST = List.of(
            ("Robert William Richard James John Michael Thomas Joseph Charles David Daniel Edward Andrew Anthony"
                            + " Christopher Matthew Nicholas Steven Patrick Gregory Jeffrey Kenneth Samuel Benjamin Timothy Peter"
                            + " Philip Raymond Ronald Douglas Alexander Albert Walter Victor Elizabeth Margaret Catherine Jennifer"
                            + " Jessica Rebecca Deborah Susan Patricia Barbara Christine Cynthia Dorothy Eleanor Emily Jacqueline"
                            + " Judith Kimberly Laura Martha Melissa Michelle Natalie Nicole Pamela Rachel Samantha Stephanie"
                            + " Theresa Valerie Victoria Virginia Abigail Amanda Angela Caroline Charlotte Isabella Olivia Omar"
                            + " Priya Chen Yuki Fatima Lars Ingrid Sven Giulia Marco Pierre Camille Diego Lucia Ana Bruno Elif"
                            + " Kofi Amara Noah Mia Leon Hannah Felix Clara Oscar Ruth Ivan Olga Petra Hugo Nora Theo Iris")
                    .split(" ", -1));
    private static final List<String> SHORT = List.of(
            "Rob Bill Rick Jim Johnny Mike Tom Joe Chuck Dave Dan Ed Andy Tony Chris Matt Nick Steve Pat Greg Jeff Ken Sam Ben"
                    .split(" ", -1));
    private static final List<String> START = List.of(
            "Bar Ber Bran Cal Car Clar Dal Den Dor El Fal Far Gar Gil Hal Har Hol Ing Jar Kel Lam Lin Mar Mel Mor Nor Ol Par Per"
                    .split(" ", -1));
    private static final List<String> MIDDLE =
            List.of("a be co di e fi go he i ka le mi no o pu ri sa te u vi wo ya zi".split(" ", -1));
    private static final List<String> END = List.of(
            "ton son man field ford ley well worth ham by ster win berg stein mann dez ano ini ova sky".split(" ", -1));
    private static final List<String> TRADE =
            List.of("Coaching Consulting Fitness Design Foods Media Travel Legal Software Logistics Studio Partners"
                    .split(" ", -1));
    private static final List<String> FORM = List.of(" Ltd", " Inc.", " GmbH", " LLC", "");
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private final int people;
    private final int twice;
    private final long seed;
    private final int fillers;

    /**
     * Describes the contacts.
     *
     * @param people how many different people there are
     * @param twice how many of them are there once more, at most all
     * @param fillers how many fields there are that say nothing about who somebody is
     */
    PeopleData(int people, int twice, int fillers, long seed) {
        this.people = people;
        this.twice = twice;
        this.fillers = fillers;
        this.seed = seed;
    }

    int count() {
        return people + twice;
    }

    /** @param number from 1 */
    CrmRecord contact(int number) {
        boolean isCopy = number > people;
        int who = isCopy ? number - people : number;
        Person person = person(who);
        CrmRecord.Builder record = CrmRecord.builder("contact", (isCopy ? "d" : "p") + who);
        Person written = isCopy ? copy(person, random(who, 2)) : person;
        put(record, "first_name", written.first);
        put(record, "last_name", written.last);
        put(record, "email", written.email);
        put(record, "phone", written.phone);
        put(record, "company", written.company);
        put(record, "city", written.city);
        put(record, "zip", written.zip);
        fill(record, random(number, 3));
        return record.build();
    }

    private static void put(CrmRecord.Builder record, String field, String value) {
        if (!value.isEmpty()) {
            record.put(field, value);
        }
    }

    private void fill(CrmRecord.Builder record, SplittableRandom random) {
        for (int i = 0; i < fillers; i++) {
            switch (i % 5) {
                case 0 -> record.put("number_" + i, random.nextLong(100_000));
                case 1 ->
                    record.put(
                            "day_" + i,
                            "20" + (10 + random.nextInt(15)) + "-0" + (1 + random.nextInt(9)) + "-1" + i % 10);
                case 2 -> record.put("choice_" + i, TRADE.get(random.nextInt(TRADE.size())));
                case 3 -> record.put("flag_" + i, random.nextBoolean() ? "yes" : "no");
                default -> record.put("text_" + i, "note " + Long.toString(random.nextLong() >>> 20, 36));
            }
        }
    }

    private record Person(
            String first, String last, String email, String phone, String company, String city, String zip) {}

    /** Every twentieth one shares the name, number and place of a household with the one before. */
    private Person person(int who) {
        SplittableRandom own = random(who, 1);
        SplittableRandom random = who % 20 == 0 ? random(who - 1, 1) : own;
        String last = lastName(random);
        String company = of(START, random) + of(MIDDLE, random) + of(END, random) + " " + of(TRADE, random);
        String city = of(START, random) + of(END, random);
        String zip = String.valueOf(10_000 + random.nextInt(90_000));
        String phone = "+1 " + (200 + random.nextInt(700)) + " " + (200 + random.nextInt(700)) + " "
                + (1_000 + random.nextInt(9_000));
        SplittableRandom first = who % 20 == 0 ? random(who, 4) : random;
        String name = of(FIRST, first);
        if (who % 20 == 0) {
            // Nobody has the name of who lives with them
            int taken = FIRST.indexOf(person(who - 1).first);
            name = FIRST.get((taken + 1 + first.nextInt(FIRST.size() - 1)) % FIRST.size());
        }
        String domain = first.nextInt(3) == 0 ? "gmail.com" : host(company);
        String email =
                (name + "." + last + (domain.equals("gmail.com") ? who : "") + "@" + domain).toLowerCase(Locale.ROOT);
        return new Person(name, last, email, phone, company + of(FORM, first), city, zip);
    }

    private static String lastName(SplittableRandom random) {
        return of(START, random) + (random.nextBoolean() ? of(MIDDLE, random) : "") + of(END, random);
    }

    private static String host(String company) {
        return company.replace(" ", "-").toLowerCase(Locale.ROOT) + ".example";
    }

    private static Person copy(Person person, SplittableRandom random) {
        String first = first(person.first, random);
        String last = random.nextInt(100) < 10 ? mistyped(person.last, random) : person.last;
        boolean isSwapped = random.nextInt(100) < 3;
        boolean isLoud = random.nextInt(100) < 15;
        String company = random.nextInt(100) < 20 ? "" : person.company.replaceAll("( Ltd| Inc\\.| GmbH| LLC)$", "");
        return new Person(
                loud(isSwapped ? last : first, isLoud),
                loud(isSwapped ? first : last, isLoud),
                email(person, random),
                phone(person.phone, random),
                company + (company.isEmpty() ? "" : of(FORM, random)),
                random.nextInt(100) < 8 ? mistyped(person.city, random) : person.city,
                random.nextInt(100) < 12 ? "" : person.zip);
    }

    private static String loud(String name, boolean isLoud) {
        return isLoud ? name.toUpperCase(Locale.ROOT) : name;
    }

    private static String first(String name, SplittableRandom random) {
        int dice = random.nextInt(100);
        int index = FIRST.indexOf(name);
        if (dice < 25 && index < SHORT.size()) {
            return SHORT.get(index);
        }
        return dice > 92 ? mistyped(name, random) : name;
    }

    private static String email(Person person, SplittableRandom random) {
        int dice = random.nextInt(100);
        if (dice < 20) {
            return "";
        }
        return dice < 40
                ? (person.first.charAt(0) + person.last + random.nextInt(1_000) + "@outlook.com")
                        .toLowerCase(Locale.ROOT)
                : dice < 55 ? person.email.toUpperCase(Locale.ROOT) : person.email;
    }

    private static String phone(String phone, SplittableRandom random) {
        int dice = random.nextInt(100);
        if (dice < 20) {
            return "";
        }
        List<String> parts = List.of(phone.split(" ", -1));
        return dice < 30
                ? "+1 555 " + (200 + random.nextInt(700)) + " " + (1_000 + random.nextInt(9_000))
                : dice < 60 ? "(" + parts.get(1) + ") " + parts.get(2) + "-" + parts.get(3) : phone.replace(" ", ".");
    }

    /** Doubles, drops, swaps or replaces a letter that is not the first. */
    private static String mistyped(String text, SplittableRandom random) {
        if (text.length() < 4) {
            return text;
        }
        int at = 1 + random.nextInt(text.length() - 2);
        String start = text.substring(0, at);
        char letter = text.charAt(at);
        String end = text.substring(at + 1);
        return switch (random.nextInt(4)) {
            case 0 -> start + letter + letter + end;
            case 1 -> start + end;
            case 2 -> start + end.charAt(0) + letter + end.substring(1);
            default -> start + LETTERS.charAt(random.nextInt(LETTERS.length())) + end;
        };
    }

    private static String of(List<String> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }

    private SplittableRandom random(int number, int use) {
        return new SplittableRandom(seed + number * 7_919L + use * 1_000_003_777L);
    }
}
