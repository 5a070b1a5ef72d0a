package dev.crmmigration.engine.internal.linkage;

import java.util.List;

/**
 * What is compared of one record, in normal form. What is not known is empty text or an empty list.
 *
 * @param domain registered domain of the company; none of a provider of mail
 */
record Card(
        String id,
        List<String> emails,
        List<String> phones,
        String first,
        String last,
        String company,
        String domain,
        String city,
        String postalCode,
        String street,
        String birthDate,
        String registration,
        String externalId) {

    private static final String FIELD = "\u001f";

    /** Returns the card on one line. */
    String encode() {
        return String.join(
                FIELD,
                id,
                String.join(" ", emails),
                String.join(" ", phones),
                first,
                last,
                company,
                domain,
                city,
                postalCode,
                street,
                birthDate,
                registration,
                externalId);
    }

    static Card decode(String line) {
        List<String> parts = List.of(line.split(FIELD, -1));
        return new Card(
                parts.get(0),
                words(parts.get(1)),
                words(parts.get(2)),
                parts.get(3),
                parts.get(4),
                parts.get(5),
                parts.get(6),
                parts.get(7),
                parts.get(8),
                parts.get(9),
                parts.get(10),
                parts.get(11),
                parts.get(12));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }

    boolean hasName() {
        return !first.isEmpty() || !last.isEmpty();
    }

    /** Names the record; all else is personal. */
    @Override
    public String toString() {
        return "Card[...]";
    }
}
