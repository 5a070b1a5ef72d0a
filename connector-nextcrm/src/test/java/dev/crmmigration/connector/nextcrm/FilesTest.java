package dev.crmmigration.connector.nextcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.connector.HttpSettings;
import dev.crmmigration.api.connector.Secret;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.api.record.Content;
import dev.crmmigration.connector.nextcrm.files.FileStores;
import dev.crmmigration.connector.nextcrm.files.S3Access;
import dev.crmmigration.connector.nextcrm.files.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FilesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);

    private static FileStores stores(ObjectStore store, String secret, String... hosts) {
        return new FileStores(
                Optional.of(new S3Access(
                        URI.create(store.url()),
                        ObjectStore.BUCKET,
                        "us-east-1",
                        ObjectStore.ACCESS_KEY,
                        Secret.of(secret))),
                Set.of(hosts),
                HttpSettings.DEFAULT,
                CLOCK);
    }

    private static String text(Content content) throws IOException {
        try (InputStream in = content.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void fetchesAFileByItsKey_withASignatureThatTheStoreAccepts() throws IOException {
        try (ObjectStore store = new ObjectStore().put("/nextcrm/documents/an offer + ü (1).pdf", "the offer")) {
            Content content = stores(store, ObjectStore.SECRET_KEY)
                    .open(new StoredFile("documents/an offer + ü (1).pdf", "https://files.example/x"));

            assertThat(content.size()).hasValue(9);
            assertThat(text(content)).isEqualTo("the offer");
            assertThat(text(content)).isEqualTo("the offer");
        }
    }

    @Test
    void fetchesAFileByItsOldAddress_whenTheStoreLacksItAndTheHostIsAllowed() throws IOException {
        try (ObjectStore store = new ObjectStore().put("/public/old.pdf", "old")) {
            StoredFile old = new StoredFile("gone", store.url() + "/public/old.pdf");

            assertThat(text(stores(store, ObjectStore.SECRET_KEY, "127.0.0.1").open(old)))
                    .isEqualTo("old");
            assertThatThrownBy(() -> stores(store, ObjectStore.SECRET_KEY).open(old))
                    .isInstanceOf(FatalConnectorException.class)
                    .hasMessageContaining("no store has the file");
            assertThat(store.requests()).endsWith("/nextcrm/gone");
        }
    }

    @Test
    void asksNoHostThatIsNotAllowed_notEvenWhenSentThere() {
        try (ObjectStore store = new ObjectStore()) {
            FileStores stores = stores(store, ObjectStore.SECRET_KEY, "127.0.0.1", "files.example");

            assertThatThrownBy(() -> stores.open(new StoredFile("", store.url() + "/elsewhere/a.pdf")))
                    .isInstanceOf(FatalConnectorException.class);
            assertThatThrownBy(() -> stores.open(new StoredFile("", "http://files.example/a.pdf")))
                    .as("no TLS")
                    .isInstanceOf(FatalConnectorException.class);
            assertThatThrownBy(() -> stores.open(new StoredFile("", "file:///etc/passwd")))
                    .isInstanceOf(FatalConnectorException.class);
            assertThatThrownBy(() -> stores.open(new StoredFile("", "https://user:word@files.example/a.pdf")))
                    .isInstanceOf(FatalConnectorException.class);
            assertThat(store.requests()).containsExactly("/elsewhere/a.pdf");
        }
    }

    @Test
    void mayHaveItLater_whenTheStoreFails() throws IOException {
        try (ObjectStore store = new ObjectStore().put("/nextcrm/a", "a")) {
            FileStores stores = stores(store, ObjectStore.SECRET_KEY);
            store.fail(true);
            assertThatThrownBy(() -> stores.open(new StoredFile("a", "")))
                    .isInstanceOf(RetryableConnectorException.class);
            store.fail(false);
            assertThat(text(stores.open(new StoredFile("a", "")))).isEqualTo("a");
        }
    }

    @Test
    void refusesAWrongKeyBeforeAnythingIsRead() {
        try (ObjectStore store = new ObjectStore()) {
            stores(store, ObjectStore.SECRET_KEY).check();
            assertThatThrownBy(() -> stores(store, "another").check())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("refuses 's3AccessKey' with 's3SecretKey'")
                    .hasMessageNotContaining("another");
        }
    }
}
