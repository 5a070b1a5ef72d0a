package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfiToPipedriveTest {

    private static ProfiAccount account;

    @BeforeAll
    static void migrate(@TempDir Path folder) {
        account = ProfiAccount.migrate(ProfiAccount.sample(), folder.resolve("work"));
    }

    @Test
    void closesAllCountsAndReadsEveryValueBack() {
        assertThat(account.report().held()).isEmpty();
        assertThat(account.reconciliation().closed()).isTrue();
        assertThat(account.reconciliation().differences()).isEmpty();
        assertThat(account.report().failed()).isEmpty();
    }
}
