package dev.crmmigration.api.connector;

import java.net.ProxySelector;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How a host wants HTTP calls to be made.
 *
 * @param proxy chooses the proxy of a call; empty for the JVM's default
 * @param tls the TLS context; empty for the JVM's default
 * @param connectTimeout how long a connection may take, positive
 * @param readTimeout how long a reply may take, positive
 */
public record HttpSettings(
        Optional<ProxySelector> proxy, Optional<SSLContext> tls, Duration connectTimeout, Duration readTimeout) {

    public static final HttpSettings DEFAULT =
            new HttpSettings(Optional.empty(), Optional.empty(), Duration.ofSeconds(10), Duration.ofSeconds(60));
}
