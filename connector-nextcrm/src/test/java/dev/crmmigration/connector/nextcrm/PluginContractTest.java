package dev.crmmigration.connector.nextcrm;

import dev.crmmigration.testkit.contract.ContractSource;
import dev.crmmigration.testkit.contract.SourceContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The plugin's files keep the rules of sources; those about connections and credentials do not apply to files. */
class PluginContractTest extends SourceContract {

    @TempDir
    Path folder;

    @Override
    protected ContractSource source() {
        return new PluginContractSource(folder);
    }
}
