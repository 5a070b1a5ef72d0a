package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/** Shows that the judge of the simulator's tests is at work. */
class JudgedClientTest {

    @Test
    void failsTheTest_whenTheSimulatorAcceptsWhatIsNotDocumented() {
        assumeTrue(
                TestJudge.ofAccepted().isPresent(),
                "skipped: there is no shared/contracts/pipedrive beside this project");
        PipedriveTestClient client = PipedriveTestClient.start();
        client.get("/v1/users?colour=red");
        client.get("/api/v2/persons?colour=red");

        assertThatThrownBy(client::close)
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        "1 violations of the API's documents:\nGET /v1/users request /query/colour unknown-parameter");
    }
}
