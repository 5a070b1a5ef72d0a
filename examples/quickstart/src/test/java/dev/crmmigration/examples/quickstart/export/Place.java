package dev.crmmigration.examples.quickstart.export;

import java.util.List;

/**
 * Where contacts of the invented account live. Phone numbers are those that each country keeps for films and examples.
 *
 * @param country its code
 * @param dialCode as the export has it
 * @param phone the first digits of a number, as people write it; digits are added for each {@code #}
 * @param union whether the law on consent of the European Union applies
 */
record Place(String country, String dialCode, String phone, String city, String state, String zip, boolean union) {

    static final List<Place> ALL = List.of(
            new Place("US", "1", "(202) 555-01##", "Detroit", "MI", "48201", false),
            new Place("US", "1", "202-555-01##", "Austin", "TX", "73301", false),
            new Place("US", "+1", "202.555.01##", "Boston", "MA", "02108", false),
            new Place("DE", "49", "030 23125 ###", "Berlin", "", "10115", true),
            new Place("DE", "+49", "(0)30 23125-###", "Köln", "NRW", "50667", true),
            new Place("GB", "44", "020 7946 0###", "London", "", "EC1A 1BB", false),
            new Place("AU", "61", "(02) 5550 ####", "Sydney", "NSW", "2000", false),
            new Place("FR", "33", "01 99 00 ## ##", "Lyon", "", "69001", true));

    String phone(Dice dice) {
        StringBuilder number = new StringBuilder();
        phone.chars().forEach(digit -> number.append(digit == '#' ? (char) ('0' + dice.number(0, 9)) : (char) digit));
        return number.toString();
    }
}
