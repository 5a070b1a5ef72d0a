package dev.crmmigration.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;

class ConformanceReportTest {

    private static final Rule<Object> FIRST = new Rule<>("S1", "One.", any -> List.of());
    private static final Rule<Object> SECOND = new Rule<>("S2", "Two.", any -> List.of());
    private static final Rule<Object> THIRD = new Rule<>("S3", "Three.", any -> List.of());

    @TempDir
    Path folder;

    @Test
    void saysOfEveryRuleTheWorstOfItsCases() throws IOException {
        Path file = folder.resolve("new/report.json");
        ConformanceReport report =
                new ConformanceReport("SourceContract", "acme", List.of(FIRST, SECOND, THIRD), Optional.of(file));
        report.held(FIRST, "contact");
        report.notChecked(FIRST, "company", "there is no hook");
        report.notChecked(SECOND, "contact", "there is no hook");
        report.broken(SECOND, "company", "it has no fields");

        report.write();

        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.path("contract").asText()).isEqualTo("SourceContract");
        assertThat(json.path("platform").asText()).isEqualTo("acme");
        assertThat(json.path("held").asInt()).isZero();
        assertThat(json.path("not checked").asInt()).isEqualTo(2);
        assertThat(json.path("broken").asInt()).isEqualTo(1);
        assertThat(json.path("rules").findValuesAsText("rule")).containsExactly("S1", "S2", "S3");
        assertThat(json.path("rules").path(0).path("outcome").asText()).isEqualTo("not checked");
        assertThat(json.path("rules").path(1).path("outcome").asText()).isEqualTo("broken");
        assertThat(json.path("rules")
                        .path(1)
                        .path("cases")
                        .path(1)
                        .path("reason")
                        .asText())
                .isEqualTo("it has no fields");
        assertThat(json.path("rules").path(2).path("reason").asText())
                .isEqualTo("it applies to nothing here, or was not tried");
    }

    @Test
    void writesNothing_whenThereIsNoFile() {
        new ConformanceReport("SourceContract", "acme", List.of(FIRST), Optional.empty()).write();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void isWrittenWhenTheLastRuleOfASourceWasTried() throws IOException {
        JsonNode json = reported(Sources.class);

        assertThat(json.path("held").asInt()).isEqualTo(SourceRules.ALL.size());
    }

    @Test
    void isWrittenWhenTheLastRuleOfADestinationWasTried() throws IOException {
        JsonNode json = reported(Destinations.class);

        assertThat(json.path("held").asInt()).isEqualTo(DestinationRules.ALL.size());
    }

    private JsonNode reported(Class<?> suite) throws IOException {
        Path file = folder.resolve("report.json");
        EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectClass(suite))
                .configurationParameter(ReferenceCase.DEVIATION, file.toString())
                .execute();
        return new ObjectMapper().readTree(file.toFile());
    }

    /** The suite on the reference source; writes to the file that the run names. Not run by itself. */
    @ExtendWith(ReferenceCase.Chosen.class)
    static final class Sources extends SourceContract {

        private final String file;

        Sources(String file) {
            this.file = file;
        }

        @Override
        protected ContractSource source() {
            return new ReferenceContractSource(whole -> whole);
        }

        @Override
        protected Optional<Path> report() {
            return file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file));
        }
    }

    /** The suite on the reference destination. */
    @ExtendWith(ReferenceCase.Chosen.class)
    static final class Destinations extends DestinationContract {

        private final String file;

        Destinations(String file) {
            this.file = file;
        }

        @Override
        protected ContractAccount account() {
            return new ReferenceContractAccount(whole -> whole);
        }

        @Override
        protected Optional<Path> report() {
            return file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file));
        }
    }
}
