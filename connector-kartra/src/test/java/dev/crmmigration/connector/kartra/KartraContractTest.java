package dev.crmmigration.connector.kartra;

import dev.crmmigration.testkit.contract.ContractSource;
import dev.crmmigration.testkit.contract.SourceContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Kartra's files keep the rules of sources; those about connections and credentials do not apply to files. */
class KartraContractTest extends SourceContract {

    @TempDir
    Path folder;

    @Override
    protected ContractSource source() {
        return new KartraContractSource(folder, 700);
    }
}
