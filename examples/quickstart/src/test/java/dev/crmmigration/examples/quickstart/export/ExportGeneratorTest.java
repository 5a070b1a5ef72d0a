package dev.crmmigration.examples.quickstart.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExportGeneratorTest {

    @Test
    void makesTheFilesThatAreKept_byteForByte() throws IOException {
        assertKept(Path.of("export"), ExportGenerator.files());
        assertKept(Path.of("export-later"), ExportGenerator.laterFiles());
    }

    private static void assertKept(Path folder, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            assertThat(Files.readAllBytes(folder.resolve(file.getKey())))
                    .as("file %s. After a change of its rules run ExportGenerator", file.getKey())
                    .isEqualTo(file.getValue());
        }
        try (Stream<Path> kept = Files.list(folder)) {
            List<String> names = kept.map(file -> file.getFileName().toString()).toList();
            assertThat(names).containsExactlyInAnyOrderElementsOf(files.keySet());
        }
    }

    @Test
    void makesAsManyTransactionsOfEachTypeAsPromised() {
        ContactPool contacts = new ContactPool();
        PaymentPool payments = new PaymentPool(contacts, new SubscriptionPool(contacts));

        assertThat(payments.counts())
                .containsEntry("Sale", PaymentPool.SALES)
                .containsEntry("Rebill", SubscriptionPool.REBILLS)
                .containsEntry("Refund", Refunds.REFUNDS)
                .containsEntry("Partial refund", Refunds.PARTIAL)
                .containsEntry("Chargeback", Refunds.CHARGEBACKS)
                .containsEntry("Cancellation", 52)
                .containsEntry("Revert Can.", PaymentPool.REVERTED)
                .containsKeys("Failed", "Request Can.");
        assertThat(payments.all()).hasSize(PaymentPool.TRANSACTIONS);
        assertThat(payments.all())
                .allSatisfy(payment -> assertThat(payment.date()).isBefore(ExportGenerator.EXPORTED.plusDays(1)));
    }
}
