package dev.crmmigration.testkit.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JudgingObserverTest {

    @Test
    void fails_listingEachViolationOnce() {
        JudgingObserver observer = JudgingObserver.ofAccepted(Zoo.judge());

        observer.judgeRequest(Zoo.get("/api/animals"));
        observer.judgeRequest(Zoo.get("/api/animals"));

        assertThatThrownBy(observer::requireConformity)
                .isInstanceOf(AssertionError.class)
                .hasMessage("1 violations of the API's documents:\nGET /api/animals request /query/kind required");
        assertThat(observer.judged()).isEqualTo(2);
    }

    @Test
    void isContent_whenAllIsAsDocumented() {
        JudgingObserver observer = JudgingObserver.ofAccepted(Zoo.judge());

        observer.judgeRequest(Zoo.get("/api/animals", "kind", "fish"));

        assertThatCode(observer::requireConformity).doesNotThrowAnyException();
    }
}
