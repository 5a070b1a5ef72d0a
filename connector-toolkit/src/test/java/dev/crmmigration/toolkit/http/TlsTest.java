package dev.crmmigration.toolkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.connector.HttpSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The host's TLS context decides whom to trust. */
class TlsTest {

    private static final String PASSWORD = "changeit";

    @Test
    void trustsWhomTheHostTrusts_andNobodyElse(@TempDir Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        SSLContext tls = context(selfSigned(folder.resolve("server.p12")));
        try (MockWebServer server = new MockWebServer()) {
            server.useHttps(tls.getSocketFactory());
            server.start();
            server.enqueue(new MockResponse.Builder().body("{}").build());

            assertThat(exchange(server, Optional.of(tls))).isInstanceOf(HttpReply.Answered.class);
            assertThat(exchange(server, Optional.empty())).isEqualTo(new HttpReply.NotSent("TLS"));
        }
    }

    private static HttpReply exchange(MockWebServer server, Optional<SSLContext> tls) {
        HttpSettings settings = new HttpSettings(Optional.empty(), tls, Duration.ofSeconds(5), Duration.ofSeconds(5));
        URI url = URI.create("https://127.0.0.1:" + server.getPort());
        try (JsonHttpClient client = JsonHttpClient.open(url, Map.of(), settings)) {
            return client.exchange(HttpRequest.of("GET", "/"), List.of(), new RecordedMeter());
        }
    }

    /** Makes a certificate with the JDK's own tool; the JDK has no API for it. */
    private static KeyStore selfSigned(Path file) throws IOException, InterruptedException, GeneralSecurityException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=IP:127.0.0.1",
                        "-validity",
                        "3650",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(file)) {
            store.load(stream, PASSWORD.toCharArray());
        }
        return store;
    }

    private static SSLContext context(KeyStore store) throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
