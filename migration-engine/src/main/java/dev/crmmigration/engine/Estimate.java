package dev.crmmigration.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a migration would take, from nothing but counts: the rows of the pair, the tariff of the destination. What only data
 * tell is counted as high as it can be.
 *
 * @param result always {@code COMPLETE}
 * @param counts the records of the source by object, as they were given
 * @param records how many these are together
 * @param rows what the rows of the pair make of them
 * @param schema how many fields, options and stages are to be made, as far as the rows name them
 * @param budgets what it takes from the account, by allowance
 * @param fastest the least time for run and verification, if no row makes more than it makes of every record
 * @param slowest the least time for run and verification, if all rows make as much as they can
 * @param rollback the least time for taking all of it back
 * @param usual whether the time that people are told can be kept; empty if they are told none
 * @param exports what a person exports by hand; none for platforms that are read by themselves
 * @param grade how hard it is
 * @param gaps what the source can never give
 * @param notes what else one should know
 * @param price by a table of rates; empty without one
 */
public record Estimate(
        StepResult result,
        String source,
        String destination,
        Map<String, Long> counts,
        long records,
        List<Row> rows,
        long schema,
        List<Budget> budgets,
        Duration fastest,
        Duration slowest,
        Duration rollback,
        Optional<Usual> usual,
        List<Export> exports,
        Grade grade,
        List<String> gaps,
        List<String> notes,
        Optional<Price> price)
        implements Report {

    /** Above so many records nothing is promised before a person has looked. */
    public static final long MOST_RECORDS = 2_000_000;

    /**
     * What a row makes of an object.
     *
     * @param least how many records if no condition holds and no two are the same
     * @param most how many records if every condition holds
     * @param why what the two depend on
     */
    public record Row(String mapping, String from, String to, long least, long most, String why) {}

    /**
     * What an allowance of the account has to give.
     *
     * @param units how much it gives within its window
     * @param window how long its window is
     * @param days how many days of it run and verification take; 0 if it is not counted by day
     * @param rollbackDays how many days of it a rollback would take
     */
    public record Budget(
            String allowance,
            long units,
            Duration window,
            long prepare,
            long run,
            long verify,
            long rollback,
            long days,
            long rollbackDays) {}

    /**
     * The time that people are told.
     *
     * @param reachable whether run, verification and the reserve for a rollback fit into the longest time
     * @param means what would make it so, or shorter
     */
    public record Usual(Duration shortest, Duration longest, boolean reachable, List<String> means) {}

    /**
     * Exports of one object.
     *
     * @param exports how many files a person makes
     */
    public record Export(String object, String file, String screen, long records, long exports, boolean required) {}

    /**
     * What it costs by a table of rates.
     *
     * @param total the sum, in the currency
     */
    public record Price(String currency, String total, List<Charge> charges) {}

    /** One line of a price: so many units, the price of them. */
    public record Charge(String name, long units, String amount) {}
}
