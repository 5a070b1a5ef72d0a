package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.connector.Secret;
import dev.crmmigration.toolkit.http.OAuthApp;
import java.net.URI;
import java.util.Optional;

/** How the connector comes into the account: one of two ways. */
sealed interface Access {

    /** Whether calls carry a token of OAuth, of which an account allows four times as many. */
    boolean isOAuth();

    /**
     * The API token of a user.
     *
     * @param baseUrl scheme, host and port of the account
     * @param token what is sent in the header {@code x-api-token}
     */
    record ByToken(URI baseUrl, Secret token) implements Access {

        @Override
        public boolean isOAuth() {
            return false;
        }
    }

    /**
     * An app that a user installed.
     *
     * @param baseUrl scheme, host and port of the account; empty for what the token server says
     * @param app the app, and the server that gives its tokens
     * @param refreshTokens what new access tokens are asked for with
     * @param accessToken one that is still good, perhaps
     */
    record ByApp(Optional<URI> baseUrl, OAuthApp app, RefreshTokens refreshTokens, Optional<Secret> accessToken)
            implements Access {

        @Override
        public boolean isOAuth() {
            return true;
        }
    }
}
