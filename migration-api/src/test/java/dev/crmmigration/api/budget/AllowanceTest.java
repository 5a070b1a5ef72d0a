package dev.crmmigration.api.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    @Test
    void isOfARollingWindowOrOfADayOfTheServer() {
        assertThat(Allowance.rolling("burst", 80, Duration.ofSeconds(2)))
                .isEqualTo(new Allowance("burst", 80, Duration.ofSeconds(2), false));
        assertThat(Allowance.daily("day", 10_000)).isEqualTo(new Allowance("day", 10_000, Duration.ofDays(1), true));
    }

    @Test
    void refusesWhatCannotBeSpent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Allowance.daily("day", 0))
                .withMessageContaining("allowance day must have at least 1 unit but has 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Allowance.rolling("burst", 1, Duration.ZERO))
                .withMessageContaining("allowance burst needs a positive window");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cost("burst", -1))
                .withMessageContaining("-1 of burst");
        assertThat(new Cost("burst", 0).units()).isZero();
    }
}
