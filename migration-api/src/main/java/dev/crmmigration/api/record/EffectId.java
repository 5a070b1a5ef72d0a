package dev.crmmigration.api.record;

/**
 * Names one effect that a migration owes the destination: the unit of work, of the journal, of the counts.
 *
 * <p>One source record may owe several effects, by several mappings or several parts of one.
 *
 * @param mapping the name of the mapping row that owes it, such as {@code ContactToPerson}
 * @param source the source record it comes from
 * @param part tells several effects of one mapping and record apart; {@link #MAIN} where there is only one
 */
public record EffectId(String mapping, RecordRef source, String part) {

    /** The part of a mapping that gives one record for one record. */
    public static final String MAIN = "main";

    public static EffectId of(String mapping, RecordRef source) {
        return new EffectId(mapping, source, MAIN);
    }

    @Override
    public String toString() {
        String text = mapping + "/" + source;
        return part.equals(MAIN) ? text : text + "/" + part;
    }
}
