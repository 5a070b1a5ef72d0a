package dev.crmmigration.testkit.openapi;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

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
}
