package dev.crmmigration.testkit.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the documents of an API, which stand beside the project and not in it. */
public final class ContractFolder {

    private ContractFolder() {}

    /**
     * Looks for {@code shared/contracts/API} in the working directory and all folders above it.
     *
     * @param api such as {@code pipedrive}
     * @return empty where the project has no such neighbour
     */
    public static Optional<Path> of(String api) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path contracts = folder.resolve("shared").resolve("contracts").resolve(api);
            if (Files.isDirectory(contracts)) {
                return Optional.of(contracts);
            }
        }
        return Optional.empty();
    }

    /** Reads all OpenAPI documents of an API, by name; none where the project has no such neighbour. */
    public static List<ApiDocument> documents(String api) {
        return of(api).map(ContractFolder::read).orElse(List.of());
    }

    /**
     * Returns a judge by all documents of an API.
     *
     * @param home the class beside which {@link KnownDifferences#beside the known differences} stand
     * @return empty where the project has no such neighbour
     */
    public static Optional<OpenApiJudge> judge(String api, Class<?> home) {
        List<ApiDocument> documents = documents(api);
        return documents.isEmpty()
                ? Optional.empty()
                : Optional.of(OpenApiJudge.by(documents, KnownDifferences.beside(home))
                        .build());
    }

    private static List<ApiDocument> read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(ApiDocument::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the documents in " + folder, e);
        }
    }
}
