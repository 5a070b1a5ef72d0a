package dev.crmmigration.toolkit.damage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlausibleValuesTest {

    private static final Instant START = Instant.parse("2026-03-01T23:30:00Z");

    @Test
    void allowsACentForEachLineOfAnInvoice() {
        assertThat(invoice("100.02", "100.00", 2, "0")).isEmpty();
        assertThat(invoice("100.03", "100.00", 2, "0")).contains(Rule.MONEY_SUM);
        assertThat(invoice("100", "100", 1, "100.01")).contains(Rule.MONEY_SUM);
        assertThat(PlausibleValues.invoice(BigDecimal.TEN, BigDecimal.TEN, 1, BigDecimal.TEN, true, Optional.empty()))
                .contains(Rule.MONEY_SUM);
    }

    private static Optional<Rule> invoice(String total, String sum, int lines, String paid) {
        return PlausibleValues.invoice(
                new BigDecimal(total), new BigDecimal(sum), lines, new BigDecimal(paid), false, Optional.empty());
    }

    @Test
    void addsADayToAnEnd_onlyIfTheLengthAgrees() {
        Instant end = Instant.parse("2026-03-01T00:30:00Z");

        assertThat(PlausibleValues.end(START, end, Optional.of(Duration.ofHours(1))))
                .isEqualTo(
                        new PlausibleValues.End(Instant.parse("2026-03-02T00:30:00Z"), Optional.of(Rule.TIME_ORDER)));
        assertThat(PlausibleValues.end(START, end, Optional.empty()))
                .isEqualTo(new PlausibleValues.End(end, Optional.of(Rule.TIME_ORDER)));
        assertThat(PlausibleValues.end(end, START, Optional.empty()).rule()).isEmpty();
    }
}
