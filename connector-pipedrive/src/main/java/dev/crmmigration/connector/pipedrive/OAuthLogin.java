package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.connector.Secret;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.toolkit.destination.ServerAddress;
import dev.crmmigration.toolkit.http.JsonHttpClient;
import dev.crmmigration.toolkit.http.JsonObject;
import dev.crmmigration.toolkit.http.OAuthTokens;
import dev.crmmigration.toolkit.http.TokenReply;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/**
 * Signs calls as an app that a user installed: Pipedrive, "OAuth authorization",
 * pipedrive.readme.io/docs/marketplace-oauth-authorization, read 2026-09. An access token lives for about an hour, a
 * refresh token until it was not used for 60 days. The answer with a token names the account's address.
 */
final class OAuthLogin implements Login {

    private final Optional<URI> baseUrl;
    private final OAuthTokens tokens;
    private final TokenRefusal refusal;

    OAuthLogin(Access.ByApp access, JsonHttpClient client, Clock clock) {
        this.baseUrl = access.baseUrl();
        this.refusal = new TokenRefusal(clock);
        OAuthTokens all = new OAuthTokens(
                client, access.app(), access.refreshTokens().newest(), access.refreshTokens()::keep, clock);
        // Where to send an access token is known only if a person says so or if it comes with an answer
        boolean isUsable = baseUrl.isPresent() && access.accessToken().isPresent();
        this.tokens = isUsable ? all.startingWith(access.accessToken().get()) : all;
    }

    @Override
    public Pass pass() {
        return pass(tokens.token());
    }

    @Override
    public Optional<Pass> passAfter(Signature refused) {
        return Optional.of(pass(tokens.tokenAfter(refused.token())));
    }

    private Pass pass(TokenReply reply) {
        return reply.match(
                token -> signature(token.access(), baseUrl.orElseGet(() -> account(token.answer()))),
                failed -> new Later(refusal.read(failed.reply())));
    }

    private static Signature signature(Secret token, URI server) {
        return new Signature(token, request -> request.server(server).authorization("Bearer", token));
    }

    private static URI account(JsonObject answer) {
        String address = answer.text("api_domain").orElse("");
        if (ServerAddress.problemOf(address, "").isPresent()) {
            throw new FatalConnectorException(
                    TokenRefusal.WHERE
                            + " names no address (api_domain) that a token may be sent to. Set baseUrl to the account's address.");
        }
        return ServerAddress.of(address);
    }

    @Override
    public String advice() {
        return "A new access token was refused as well. Check that the app is still installed in the account, and that"
                + " the user who installed it may use the API.";
    }
}
