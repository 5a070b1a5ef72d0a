package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Refusal;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What stands before the calls: who may come in, what is said to those who may not, and the headers of the limits. */
final class Gateway {

    private static final String BEARER = "Bearer ";

    private final PipedriveSettings settings;
    private final String token;
    private final Scopes scopes;

    Gateway(PipedriveSettings settings, String token) {
        this.settings = settings;
        this.token = token;
        this.scopes = new Scopes(settings.text(TextSetting.SCOPES));
    }

    /** Tells why a request does not come in, if so. */
    Optional<Refusal> refuses(Request request, OauthTokens tokens) {
        if (!isAuthorized(request, tokens)) {
            return Optional.of(Refusal.UNAUTHORIZED);
        }
        return settings.isOn(Switch.PAID) ? Optional.empty() : Optional.of(Refusal.PAYMENT_REQUIRED);
    }

    private boolean isAuthorized(Request request, OauthTokens tokens) {
        if (settings.isOauth()) {
            String given = request.header("authorization");
            return given != null && given.startsWith(BEARER) && tokens.isAccess(given.substring(BEARER.length()));
        }
        boolean inQuery = settings.isOn(Switch.QUERY_TOKEN)
                && token.equals(request.query().get("api_token"));
        return inQuery || token.equals(request.header("x-api-token"));
    }

    /** Refuses a call that the app was not granted. */
    void requireScope(Endpoint endpoint) {
        if (settings.isOauth() && !scopes.allow(endpoint)) {
            throw ApiException.of(403, "ERR_FORBIDDEN", "Scope and URL mismatch");
        }
    }

    /** Refuses a write to v2 that is not declared as JSON. */
    void requireJson(Request request, boolean isV1) {
        if (isV1 || request.body().length == 0 || request.path().endsWith("/images")) {
            return;
        }
        String type = request.header("content-type");
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            int status = Integer.parseInt(settings.answer(Switch.WRONG_CONTENT_TYPE));
            throw ApiException.of(status, "ERR_UNSUPPORTED_MEDIA_TYPE", "The content type must be application/json");
        }
    }

    Map<String, String> limitHeaders(Limits limits, Ledger ledger, Clock clock) {
        if (!settings.isOn(Switch.LIMITS)) {
            return Map.of();
        }
        Map<String, String> headers = limitHeaders(limits, limits.remaining());
        if (settings.isOn(Switch.DAILY_HEADERS)) {
            long spent = ledger.spent(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
            headers.put("x-daily-ratelimit-token-limit", Long.toString(settings.dailyBudget()));
            headers.put("x-daily-ratelimit-token-remaining", Long.toString(settings.dailyBudget() - spent));
        }
        return headers;
    }

    private static Map<String, String> limitHeaders(Limits limits, int remaining) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("x-ratelimit-limit", Integer.toString(limits.windowSize()));
        headers.put("x-ratelimit-remaining", Integer.toString(remaining));
        headers.put("x-ratelimit-reset", Long.toString(limits.secondsToReset()));
        return headers;
    }

    Reply refusal(Refusal reason, Limits limits, Clock clock) {
        return switch (reason) {
            case UNAUTHORIZED -> unauthorized();
            case PAYMENT_REQUIRED -> error(402, "Payment required", "Your account is not open");
            case BLOCKED ->
                Reply.html(
                        403,
                        "<!DOCTYPE html><html><head><title>Access denied</title></head>"
                                + "<body><h1>Sorry, you have been blocked</h1></body></html>");
            // Only an exhausted window tells a burst from an exhausted day.
            case BURST -> tooMany(limits.secondsToReset()).withHeaders(limitHeaders(limits, 0));
            case BUDGET ->
                tooMany(secondsToMidnight(clock)).withHeaders(limitHeaders(limits, Math.max(1, limits.remaining())));
        };
    }

    private static Reply unauthorized() {
        ObjectNode error = Json.object();
        error.put("success", false);
        error.put("error", "unauthorized access");
        error.put("errorCode", 401);
        error.put("error_info", "Please check developers.pipedrive.com for more information about Pipedrive API.");
        return Reply.json(401, error).withHeaders(Map.of("x-401-by-gw", "true"));
    }

    private static Reply error(int status, String text, String info) {
        ObjectNode error = Json.object();
        error.put("success", false);
        error.put("error", text);
        error.put("error_info", info);
        return Reply.json(status, error);
    }

    private Reply tooMany(long seconds) {
        Reply reply = switch (settings.answer(Switch.BURST_BODY)) {
            case "empty" -> Reply.empty(429);
            case "html" -> Reply.html(429, "<html><body>Too many requests</body></html>");
            default -> error(429, "request over limit", "Too many requests");
        };
        return settings.isOn(Switch.RETRY_AFTER)
                ? reply.withHeaders(Map.of("Retry-After", Long.toString(seconds)))
                : reply;
    }

    private static long secondsToMidnight(Clock clock) {
        return 86_400 - Math.floorMod(clock.instant().getEpochSecond(), 86_400L);
    }
}
