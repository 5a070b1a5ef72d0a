package dev.crmmigration.connector.pipedrive.simulator;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.crmmigration.testkit.openapi.ApiDocument;
import dev.crmmigration.testkit.openapi.ContractFolder;
import dev.crmmigration.testkit.openapi.JudgingObserver;
import dev.crmmigration.testkit.openapi.KnownDifferences;
import dev.crmmigration.testkit.openapi.OpenApiJudge;
import dev.crmmigration.testkit.openapi.Operation;
import java.util.List;
import java.util.Optional;

/** Pipedrive's own OpenAPI documents as the judge of tests; absent where they do not stand beside the project. */
public final class TestJudge {

    private static final List<ApiDocument> DOCUMENTS = ContractFolder.documents("pipedrive");
    private static final OpenApiJudge JUDGE = judge(differences());

    private TestJudge() {}

    /** Judges accepted exchanges, for tests that try out what the simulator refuses. */
    public static Optional<JudgingObserver> ofAccepted() {
        return DOCUMENTS.isEmpty() ? Optional.empty() : Optional.of(JudgingObserver.ofAccepted(JUDGE));
    }

    /** Judges refused requests as well, for tests of the connector. */
    public static Optional<JudgingObserver> ofAllRequests() {
        return DOCUMENTS.isEmpty() ? Optional.empty() : Optional.of(JudgingObserver.ofAllRequests(JUDGE));
    }

    /** Returns the operations of v1 and v2; skips the test where the documents are missing. */
    public static List<Operation> operations() {
        assumeTrue(!DOCUMENTS.isEmpty(), "skipped: there is no shared/contracts/pipedrive beside this project");
        return DOCUMENTS.stream()
                .flatMap(document -> document.operations().stream())
                .toList();
    }

    static OpenApiJudge judge(KnownDifferences differences) {
        return OpenApiJudge.by(DOCUMENTS, differences)
                .alias("/api/v1", Endpoint.V1)
                .build();
    }

    static KnownDifferences differences() {
        return KnownDifferences.beside(PipedriveSimulator.class);
    }
}
