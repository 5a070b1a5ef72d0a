package dev.crmmigration.connector.kartra;

import dev.crmmigration.testkit.contract.ContractSource;
import dev.crmmigration.testkit.contract.SourceContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Kartra's files keep the rules of sources also with what its API adds. */
class KartraApiContractTest extends SourceContract {

    @TempDir
    Path folder;

    @Override
    protected ContractSource source() {
        return new KartraApiContractSource(folder);
    }
}
