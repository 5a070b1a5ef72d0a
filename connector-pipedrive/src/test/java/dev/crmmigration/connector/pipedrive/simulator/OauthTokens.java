package dev.crmmigration.connector.pipedrive.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The tokens that are good at the moment: codes for five minutes, access tokens for an hour, refresh tokens until they are unused for 60
 * days. Only their hashes are kept. Safe for use by several threads.
 */
final class OauthTokens {

    private static final Duration CODE_LIFE = Duration.ofMinutes(5);
    private static final Duration REFRESH_LIFE = Duration.ofDays(60);

    private final PipedriveSettings settings;
    private final Clock clock;
    private final long seed;
    private final Map<String, Instant> good = new LinkedHashMap<>();
    private long issued;

    OauthTokens(PipedriveSettings settings, Clock clock, long seed) {
        this.settings = settings;
        this.clock = clock;
        this.seed = seed;
    }

    /** Makes the tokens good that the app has at first, unless they were already given out. */
    synchronized void begin(String accessToken) {
        good.putIfAbsent(hash("access", accessToken), clock.instant().plus(accessLife()));
        if (issued == 0) {
            good.putIfAbsent(
                    hash("refresh", settings.text(TextSetting.REFRESH_TOKEN)),
                    clock.instant().plus(REFRESH_LIFE));
        }
    }

    /** Returns how long an access token is good; without a limit for a hundred years. */
    Duration accessLife() {
        int minutes = settings.quantity(Quantity.ACCESS_TOKEN_MINUTES);
        return minutes == 0 ? Duration.ofDays(36_500) : Duration.ofMinutes(minutes);
    }

    synchronized boolean isAccess(String token) {
        return isGood(hash("access", token));
    }

    synchronized String newAccess() {
        return issue("access", "v1u:", accessLife());
    }

    synchronized String newRefresh() {
        return issue("refresh", "1:1:", REFRESH_LIFE);
    }

    synchronized String newCode() {
        return issue("code", "", CODE_LIFE);
    }

    /** Uses a code up; returns whether it was good. */
    synchronized boolean takeCode(String code) {
        String hash = hash("code", code);
        boolean wasGood = isGood(hash);
        good.remove(hash);
        return wasGood;
    }

    /** Returns the refresh token to go on with: a new one in place of this one, or this one where they do not change; empty if it is not good. */
    synchronized String rotated(String refreshToken) {
        String hash = hash("refresh", refreshToken);
        if (!isGood(hash)) {
            return "";
        }
        if (!settings.isOn(Switch.REFRESH_TOKEN_ROTATION)) {
            good.put(hash, clock.instant().plus(REFRESH_LIFE));
            return refreshToken;
        }
        good.remove(hash);
        return newRefresh();
    }

    synchronized void revoke(String token) {
        good.remove(hash("access", token));
        good.remove(hash("refresh", token));
        issued++;
    }

    private boolean isGood(String hash) {
        Instant end = good.get(hash);
        return end != null && end.isAfter(clock.instant());
    }

    private String issue(String kind, String prefix, Duration life) {
        issued++;
        good.values().removeIf(end -> !end.isAfter(clock.instant()));
        String token = prefix + hash(kind, seed + "/" + issued).substring(0, 40);
        good.put(hash(kind, token), clock.instant().plus(life));
        return token;
    }

    private static String hash(String kind, String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest((kind + "/" + token).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    synchronized ObjectNode saved() {
        ObjectNode saved = Json.object().put("issued", issued);
        ObjectNode ends = saved.putObject("good");
        good.forEach((hash, end) -> ends.put(hash, end.toString()));
        return saved;
    }

    synchronized void restore(JsonNode saved) {
        issued = saved.path("issued").asLong();
        saved.path("good")
                .properties()
                .forEach(token ->
                        good.put(token.getKey(), Instant.parse(token.getValue().asText(""))));
    }
}
