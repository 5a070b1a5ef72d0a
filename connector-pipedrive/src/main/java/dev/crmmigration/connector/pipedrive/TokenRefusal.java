package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.destination.WriteOutcome.Reason;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.toolkit.destination.ApiResult;
import dev.crmmigration.toolkit.destination.GatewayBlocks;
import dev.crmmigration.toolkit.http.HttpReply;
import dev.crmmigration.toolkit.http.HttpReply.Answered;
import dev.crmmigration.toolkit.http.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Says what it means that there is no new access token. The call that needed it was not made, so nothing happened. The
 * codes are those of RFC 6749, section 5.2.
 */
final class TokenRefusal {

    static final String WHERE = "POST /oauth/token";
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration TOO_MANY_PAUSE = Duration.ofSeconds(30);
    private static final Pattern CODE = Pattern.compile("[a-z_]{3,40}");

    private final Clock clock;

    TokenRefusal(Clock clock) {
        this.clock = clock;
    }

    /** @throws FatalConnectorException if the server will not give one */
    ApiResult.NotNow read(HttpReply reply) {
        return reply.match(
                this::read,
                refused -> notNow(Reason.OUTAGE, PAUSE),
                notSent -> notNow(Reason.OUTAGE, PAUSE),
                lost -> notNow(Reason.OUTAGE, PAUSE));
    }

    private ApiResult.NotNow read(Answered reply) {
        int status = reply.status();
        if (status == 429) {
            return notNow(Reason.BURST, LimitHeaders.wait(reply).orElse(TOO_MANY_PAUSE));
        }
        if (status >= 500 || status == 408) {
            return notNow(Reason.OUTAGE, PAUSE);
        }
        if (status == 403 && !reply.isJson()) {
            return notNow(Reason.BLOCKED, GatewayBlocks.FIRST_PAUSE);
        }
        throw new FatalConnectorException(WHERE + " returned " + status + code(reply) + ". " + advice(reply));
    }

    private ApiResult.NotNow notNow(Reason reason, Duration pause) {
        return new ApiResult.NotNow(reason, clock.instant().plus(pause));
    }

    private static String code(Answered reply) {
        String code = error(reply);
        return code.isEmpty() ? "" : " (" + code + ")";
    }

    private static String error(Answered reply) {
        return reply.object()
                .orElse(JsonObject.EMPTY)
                .text("error")
                .filter(code -> CODE.matcher(code).matches())
                .orElse("");
    }

    private static String advice(Answered reply) {
        if (reply.status() / 100 == 2) {
            return "The answer holds no access token. Check that oauthUrl is the address of Pipedrive's token server.";
        }
        return switch (error(reply)) {
            case "invalid_grant" ->
                "The refresh token is not valid any more: it was not used for 60 days, was replaced by a newer one, or"
                        + " the app was uninstalled. Install the app again and set oauthRefreshToken to its new token.";
            case "invalid_client", "unauthorized_client" ->
                "Check that oauthClientId and oauthClientSecret are those of the app.";
            default ->
                "Check oauthClientId, oauthClientSecret and oauthRefreshToken, and that oauthUrl is the address of"
                        + " Pipedrive's token server.";
        };
    }
}
