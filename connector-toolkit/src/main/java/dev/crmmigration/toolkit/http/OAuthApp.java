package dev.crmmigration.toolkit.http;

import dev.crmmigration.api.connector.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * An app that asks for tokens of OAuth 2.0, and where it asks.
 *
 * @param server scheme, host and port of the server that gives tokens
 * @param path where that server gives them
 * @param id the app's client id
 * @param secret the app's client secret
 */
public record OAuthApp(URI server, String path, String id, Secret secret) {

    /** Returns by what the app says who it is in HTTP Basic (RFC 6749, section 2.3.1). */
    Secret credentials() {
        byte[] both = (id + ":" + secret.reveal()).getBytes(StandardCharsets.UTF_8);
        return Secret.of(Base64.getEncoder().encodeToString(both));
    }
}
