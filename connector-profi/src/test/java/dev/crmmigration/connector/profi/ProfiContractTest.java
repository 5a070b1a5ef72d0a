package dev.crmmigration.connector.profi;

import dev.crmmigration.testkit.contract.ContractSource;
import dev.crmmigration.testkit.contract.SourceContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Profi's bundles keep the rules of sources; those about connections and credentials do not apply to files. */
class ProfiContractTest extends SourceContract {

    @TempDir
    Path folder;

    @Override
    protected ContractSource source() {
        return new ProfiContractSource(folder);
    }
}
