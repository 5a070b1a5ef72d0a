package dev.crmmigration.examples.cli.everything;

import static java.util.Objects.requireNonNull;

import dev.crmmigration.connector.pipedrive.simulator.PipedriveSimulator;
import dev.crmmigration.testkit.openapi.ApiDocument;
import dev.crmmigration.testkit.openapi.ContractFolder;
import dev.crmmigration.testkit.openapi.JudgingObserver;
import dev.crmmigration.testkit.openapi.KnownDifferences;
import dev.crmmigration.testkit.openapi.OpenApiJudge;
import java.nio.file.Path;
import java.util.Optional;

/** Pipedrive's own OpenAPI documents, where they stand beside the project. */
final class PipedriveDocuments {

    private PipedriveDocuments() {}

    /** Returns a judge of everything that is sent and answered; empty where the documents are missing. */
    static Optional<JudgingObserver> judge() {
        return ContractFolder.of("pipedrive").map(contracts -> JudgingObserver.ofAllRequests(judge(contracts)));
    }

    private static OpenApiJudge judge(Path contracts) {
        KnownDifferences differences = KnownDifferences.read(
                requireNonNull(PipedriveSimulator.class.getResourceAsStream("openapi-exceptions.tsv")));
        return OpenApiJudge.builder()
                .document(ApiDocument.read(contracts.resolve("openapi-v1.yaml")))
                .document(ApiDocument.read(contracts.resolve("openapi-v2.yaml")))
                .closedMembers()
                .differences(differences)
                .build();
    }
}
