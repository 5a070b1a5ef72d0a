package dev.crmmigration.examples.cli;

import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.connector.thepractice.PracticeSource;
import java.nio.file.Path;
import java.util.List;

/** A simulated account that a bundle of The Practice is migrated to; no link of a contract is called. */
final class PracticeAccount extends BundleAccount {

    PracticeAccount(Path workspace) {
        super(
                new PracticeSource(),
                Settings.of("contractLinks", "leave"),
                List.of("lena@lumen.example", "omar@lumen.example", "priya@lumen.example"),
                workspace);
    }

    /** Returns the export that lies in the repository. */
    static Path sample() {
        return sample("thepractice");
    }

    /** Migrates all of it; nothing is left running. */
    static PracticeAccount migrate(Path export, Path workspace, String... policies) {
        PracticeAccount account = new PracticeAccount(workspace);
        account.migrate(export, policies);
        return account;
    }
}
