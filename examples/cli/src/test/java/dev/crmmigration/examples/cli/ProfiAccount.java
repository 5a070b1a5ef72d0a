package dev.crmmigration.examples.cli;

import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.connector.profi.ProfiSource;
import java.nio.file.Path;
import java.util.List;

/** A simulated account that a bundle of Profi is migrated to. */
final class ProfiAccount extends BundleAccount {

    ProfiAccount(Path workspace) {
        super(
                new ProfiSource(),
                Settings.none(),
                List.of("nora@haven.example", "tom@haven.example", "ines@haven.example"),
                workspace);
    }

    /** Returns the export that lies in the repository. */
    static Path sample() {
        return sample("profi");
    }

    /** Migrates all of it; nothing is left running. */
    static ProfiAccount migrate(Path export, Path workspace, String... policies) {
        ProfiAccount account = new ProfiAccount(workspace);
        account.migrate(export, policies);
        return account;
    }
}
