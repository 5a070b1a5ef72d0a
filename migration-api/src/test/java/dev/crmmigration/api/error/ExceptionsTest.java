package dev.crmmigration.api.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExceptionsTest {

    @Test
    void listsAllProblemsOfAConfiguration() {
        ConfigurationException several = new ConfigurationException("the plan", List.of("a is wrong", "b is missing"));
        ConfigurationException one = new ConfigurationException("the plan is empty");

        assertThat(several).hasMessage("the plan has 2 problem(s):\n - a is wrong\n - b is missing");
        assertThat(several.problems()).containsExactly("a is wrong", "b is missing");
        assertThat(one).hasMessage("the plan is empty");
        assertThat(one.problems()).containsExactly("the plan is empty");
    }

    @Test
    void tellsWhenToTryAgain() {
        IOException cause = new IOException("reset");
        Instant later = Instant.ofEpochSecond(60);

        assertThat(RetryableConnectorException.of("GET /deals failed", cause))
                .hasCause(cause)
                .satisfies(failure -> assertThat(failure.retryAfter()).isEmpty())
                .satisfies(failure -> assertThat(failure.isBudgetGone()).isFalse());
        assertThat(RetryableConnectorException.notBefore("429", later))
                .satisfies(failure -> assertThat(failure.retryAfter()).contains(later))
                .satisfies(failure -> assertThat(failure.isBudgetGone()).isFalse());
        assertThat(RetryableConnectorException.budgetGone("429", later))
                .satisfies(failure -> assertThat(failure.retryAfter()).contains(later))
                .satisfies(failure -> assertThat(failure.isBudgetGone()).isTrue());
    }
}
