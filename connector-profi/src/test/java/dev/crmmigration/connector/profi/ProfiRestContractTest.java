package dev.crmmigration.connector.profi;

import dev.crmmigration.testkit.contract.ContractSource;
import dev.crmmigration.testkit.contract.SourceContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Profi keeps the rules of sources over HTTP as well; what cannot be asked for there is reported as skipped. */
class ProfiRestContractTest extends SourceContract {

    @TempDir
    Path folder;

    @Override
    protected ContractSource source() {
        return new ProfiRestContractSource(folder);
    }
}
