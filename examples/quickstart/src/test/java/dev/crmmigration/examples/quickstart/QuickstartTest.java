package dev.crmmigration.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.crmmigration.connector.pipedrive.simulator.PipedriveSimulator;
import dev.crmmigration.testkit.openapi.ContractFolder;
import dev.crmmigration.testkit.openapi.JudgingObserver;
import dev.crmmigration.testkit.openapi.OpenApiJudge;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {

    @TempDir
    private Path folder;

    @Test
    void endsComplete_andEveryExchangeIsAsPipedriveDocuments() throws IOException {
        Optional<OpenApiJudge> documents = ContractFolder.judge("pipedrive", PipedriveSimulator.class);
        assumeTrue(documents.isPresent(), "skipped: there is no shared/contracts/pipedrive beside this project");
        JudgingObserver judge = JudgingObserver.ofAllRequests(documents.orElseThrow());
        StringWriter told = new StringWriter();
        Options options = Options.of("--workspace", folder.resolve("workspace").toString());

        int exitCode = new Quickstart(options, new PrintWriter(told), judge).run();

        assertThat(told.toString()).endsWith("quickstart: COMPLETE, reconciliation closed, rollback PROVEN\n");
        assertThat(exitCode).isZero();
        assertThat(judge.judged()).isGreaterThan(5_000);
        judge.requireConformity();
    }
}
