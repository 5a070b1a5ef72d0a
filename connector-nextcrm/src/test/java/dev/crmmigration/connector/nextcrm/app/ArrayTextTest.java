package dev.crmmigration.connector.nextcrm.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArrayTextTest {

    @Test
    void readsWhatPostgreSqlWrites() {
        assertThat(ArrayText.items("{VIP,\"two words\",NULL,\"NULL\",\"a \\\"b\\\" \\\\ c\",\"{x},y\",VIP}"))
                .containsExactly("VIP", "two words", "NULL", "a \"b\" \\ c", "{x},y");
        assertThat(ArrayText.items("{}")).isNull();
        assertThat(ArrayText.items("{\"\",\" \"}")).isNull();
        assertThat(ArrayText.items(null)).isNull();
    }
}
