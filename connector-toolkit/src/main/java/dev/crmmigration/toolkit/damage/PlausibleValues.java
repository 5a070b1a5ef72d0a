package dev.crmmigration.toolkit.damage;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Says what does not fit together in a row. What stands there is kept, but for an end that forgot that midnight passed. */
public final class PlausibleValues {

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final Duration DAY = Duration.ofDays(1);

    private PlausibleValues() {}

    /**
     * Tells whether an invoice adds up to a cent for each of its lines.
     *
     * @return {@link Rule#MONEY_SUM} if not
     */
    public static Optional<Rule> invoice(
            BigDecimal total,
            BigDecimal linesAndTax,
            int lines,
            BigDecimal paid,
            boolean isPaid,
            Optional<Instant> paidAt) {
        BigDecimal most = CENT.multiply(BigDecimal.valueOf(Math.max(1, lines)));
        boolean wrong = total.subtract(linesAndTax).abs().compareTo(most) > 0
                || paid.compareTo(total) > 0
                || (isPaid && paidAt.isEmpty());
        return wrong ? Optional.of(Rule.MONEY_SUM) : Optional.empty();
    }

    /**
     * An end, and whether it had to be reported.
     *
     * @param end the end
     * @param rule {@link Rule#TIME_ORDER} if it lies before the beginning, or did
     */
    public record End(Instant end, Optional<Rule> rule) {}

    /** Returns the end of something: a day later than it stands if only that agrees with its length. */
    public static End end(Instant start, Instant end, Optional<Duration> length) {
        if (!end.isBefore(start)) {
            return new End(end, Optional.empty());
        }
        Instant next = end.plus(DAY);
        boolean agrees = length.filter(Duration.between(start, next)::equals).isPresent();
        return new End(agrees ? next : end, Optional.of(Rule.TIME_ORDER));
    }
}
