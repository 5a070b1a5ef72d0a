package dev.crmmigration.connector.thepractice;

import dev.crmmigration.testkit.contract.ContractSource;
import dev.crmmigration.testkit.contract.SourceContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Bundles of The Practice keep the rules of sources; those about connections and credentials do not apply to files. */
class PracticeContractTest extends SourceContract {

    @TempDir
    Path folder;

    @Override
    protected ContractSource source() {
        return new PracticeContractSource(folder);
    }
}
