package dev.crmmigration.engine.internal.linkage;

/** How common names, places and numbers are among the records of one object. */
final class Frequencies {

    /** A number that so many share is the company's, not the person's. */
    private static final int SWITCHBOARD = 3;

    private static final double RAREST = 1e-5;

    private final FrequencySketch first;
    private final FrequencySketch last;
    private final FrequencySketch city;
    private final FrequencySketch phones;
    private long records;

    Frequencies(long expected) {
        first = new FrequencySketch(Math.min(expected, 1 << 18));
        last = new FrequencySketch(Math.min(expected, 1 << 18));
        city = new FrequencySketch(Math.min(expected, 1 << 18));
        phones = new FrequencySketch(expected);
    }

    void add(Card card) {
        records++;
        first.add(card.first());
        last.add(card.last());
        city.add(card.city());
        card.phones().forEach(phones::add);
    }

    long records() {
        return records;
    }

    boolean isSwitchboard(String phone) {
        return phones.count(phone) > SWITCHBOARD;
    }

    /** Returns how likely it is that somebody else has the same value, or NaN if that is not counted for it. */
    double share(Comparison comparison, Card card) {
        return switch (comparison) {
            case FIRST_NAME -> share(first.count(card.first()));
            case LAST_NAME -> share(last.count(card.last()));
            case CITY -> share(city.count(card.city()));
            default -> Double.NaN;
        };
    }

    /** In a small account each name is common by count, so a thousand others are thought to be there. */
    private double share(int count) {
        return Math.max(RAREST, (count + 1.0) / (records + 1000.0));
    }
}
