package dev.crmmigration.connector.pipedrive.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.Map;

/**
 * The server that gives out tokens. The real one has an address of its own; here it is part of the account. Its calls cost nothing.
 */
final class OauthEndpoints {

    static final String PREFIX = "/oauth/";

    private final PipedriveSettings settings;
    private final OauthTokens tokens;

    OauthEndpoints(PipedriveSettings settings, OauthTokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
    }

    Reply answer(Request request) {
        String path = request.path().endsWith("/")
                ? request.path().substring(0, request.path().length() - 1)
                : request.path();
        return switch (request.method() + " " + path) {
            case "GET /oauth/authorize" -> authorize(request);
            case "POST /oauth/token" -> token(request);
            case "POST /oauth/revoke" -> revoke(request);
            default -> problem(404, "not_found", "Unknown method .");
        };
    }

    /** Shows the page on which a person lets the app in. */
    private Reply authorize(Request request) {
        Map<String, String> query = request.query();
        String target = query.getOrDefault("redirect_uri", "");
        if (!settings.text(TextSetting.CLIENT_ID).equals(query.get("client_id"))
                || !target.matches("https?://[^\\s\"<>]+")) {
            return problem(400, "invalid_request", "client_id or redirect_uri is wrong");
        }
        String link = target + (target.contains("?") ? "&amp;" : "?") + "code=" + tokens.newCode();
        if (query.containsKey("state")) {
            link += "&amp;state=" + URLEncoder.encode(query.get("state"), UTF_8);
        }
        return Reply.html(
                200, "<!DOCTYPE html><html><body><a href=\"" + link + "\">Allow and install</a></body></html>");
    }

    private Reply token(Request request) {
        if (!isClient(request)) {
            return problem(401, "invalid_client", "The client id or secret is wrong");
        }
        Map<String, String> form = Bodies.form(request);
        return switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" ->
                tokens.takeCode(form.getOrDefault("code", "")) ? granted(request, tokens.newRefresh()) : badGrant();
            case "refresh_token" -> {
                String refreshToken = tokens.rotated(form.getOrDefault("refresh_token", ""));
                yield refreshToken.isEmpty() ? badGrant() : granted(request, refreshToken);
            }
            default -> problem(400, "unsupported_grant_type", "grant_type is wrong");
        };
    }

    private boolean isClient(Request request) {
        String pair = settings.text(TextSetting.CLIENT_ID) + ":" + settings.text(TextSetting.CLIENT_SECRET);
        String expected = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
        return expected.equals(request.header("authorization"));
    }

    private Reply granted(Request request, String refreshToken) {
        ObjectNode answer = Json.object();
        answer.put("access_token", tokens.newAccess());
        answer.put("token_type", "Bearer");
        answer.put("refresh_token", refreshToken);
        answer.put("scope", settings.text(TextSetting.SCOPES));
        answer.put("expires_in", Math.min(tokens.accessLife().toSeconds(), Integer.MAX_VALUE) - 1);
        String host = request.header("host");
        answer.put("api_domain", "http://" + (host == null ? "127.0.0.1" : host));
        return Reply.json(200, answer);
    }

    private Reply revoke(Request request) {
        if (!isClient(request)) {
            return problem(401, "invalid_client", "The client id or secret is wrong");
        }
        tokens.revoke(Bodies.form(request).getOrDefault("token", ""));
        return Reply.json(200, Json.object().put("success", true));
    }

    private static Reply badGrant() {
        return problem(400, "invalid_grant", "The code or the refresh token is not valid any more");
    }

    private static Reply problem(int status, String error, String message) {
        return Reply.json(
                status, Json.object().put("success", false).put("error", error).put("message", message));
    }
}
