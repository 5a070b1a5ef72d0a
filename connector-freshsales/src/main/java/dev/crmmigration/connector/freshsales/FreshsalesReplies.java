package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.budget.Meter;
import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.destination.WriteOutcome.Reason;
import dev.crmmigration.toolkit.destination.ApiResult;
import dev.crmmigration.toolkit.destination.ReplyRules;
import dev.crmmigration.toolkit.http.HttpReply.Answered;
import dev.crmmigration.toolkit.http.Json;
import dev.crmmigration.toolkit.http.JsonObject;
import dev.crmmigration.toolkit.http.JsonSyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Freshsales' statuses, headers and ways to say no: a refusal has an envelope {@code errors}, a wrong key {@code login}, a
 * failure {@code error_code}. Messages come in the language of the key's user, so nothing is decided by them.
 */
record FreshsalesReplies(Clock clock) implements ReplyRules {

    private static final String LEFT = "x-ratelimit-remaining";
    private static final String RESET = "x-ratelimit-reset";

    /** A reset of so many seconds or more is a moment since 1970; whether it is one or a wait is not documented. */
    private static final long EPOCH = 1_000_000_000;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int LONGEST_QUOTE = 500;

    /** The headers speak of the tighter window; only a reset beyond a minute is surely that of the hour. */
    @Override
    public void learn(Answered reply, Meter meter, Instant serverTime) {
        Optional<Duration> reset = reset(reply, serverTime);
        Optional<Long> left = number(reply, LEFT);
        if (left.isPresent() && reset.filter(wait -> wait.compareTo(MINUTE) > 0).isPresent()) {
            // A reply that is no 429 is no reason to stop altogether
            meter.learn(FreshsalesPricing.HOUR, Math.max(1, left.get()), reset.map(serverTime::plus), serverTime);
        }
    }

    /** There is no Retry-After; without the other headers a minute is waited, after which more is known. */
    @Override
    public ApiResult.NotNow tooMany(Answered reply, Meter meter, Instant serverTime) {
        Duration wait = reset(reply, serverTime).orElse(MINUTE);
        boolean hourIsGone = wait.compareTo(MINUTE) > 0;
        String window = hourIsGone ? FreshsalesPricing.HOUR : FreshsalesPricing.MINUTE;
        meter.learn(window, 0, Optional.of(serverTime.plus(wait)), serverTime);
        return hourIsGone
                ? new ApiResult.NotNow(Reason.BUDGET, serverTime.plus(wait))
                : new ApiResult.NotNow(Reason.BURST, clock.instant().plus(wait));
    }

    private static Optional<Duration> reset(Answered reply, Instant serverTime) {
        return number(reply, RESET)
                .map(seconds -> seconds >= EPOCH ? seconds - serverTime.getEpochSecond() : seconds)
                .map(seconds -> Duration.ofSeconds(Math.max(1, seconds)));
    }

    private static Optional<Long> number(Answered reply, String header) {
        return reply.header(header)
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,12}"))
                .map(Long::valueOf);
    }

    /** A delete answers with the bare word true. */
    @Override
    public Optional<JsonObject> usable(Answered reply) {
        return reply.object().or(() -> isWord(reply.body()) ? Optional.of(JsonObject.EMPTY) : Optional.empty());
    }

    private static boolean isWord(String body) {
        try {
            return body.isBlank() || Json.parse(body) instanceof Boolean;
        } catch (JsonSyntaxException e) {
            return false;
        }
    }

    @Override
    public List<FieldError> errors(Answered reply) {
        String said = said(reply.object().orElse(JsonObject.EMPTY));
        return List.of(new FieldError("", "HTTP_" + reply.status(), remedy(reply.status(), said)));
    }

    /** Returns the sentences of a refusal, one for each field that is wrong. */
    private static String said(JsonObject reply) {
        JsonObject errors = reply.object("errors").orElse(JsonObject.EMPTY);
        if (!(errors.get("message") instanceof List<?> list)) {
            return errors.text("message").orElse("");
        }
        return String.join(
                "; ",
                list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList());
    }

    private static String remedy(int status, String said) {
        String known = switch (status) {
            case 400 -> "Freshsales does not take the record. Compare it with the account's fields and rules.";
            case 403 -> "The key's user may not do this. Use the key of an admin.";
            case 404 -> "The record is not there, or the key's user does not see it.";
            case 413 -> "Freshsales takes nothing as large as this. Make it smaller, or leave it out.";
            default -> "Freshsales refuses the call.";
        };
        String text = said.strip();
        return text.isEmpty()
                ? known
                : known + " Freshsales says: "
                        + (text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) : text);
    }

    @Override
    public String advice(int status) {
        return switch (status) {
            case 401 ->
                "Check that the setting apiKey is the present API key of the user, and that baseUrl is the account's address.";
            case 402 -> "The Freshsales account is suspended or its trial is over. Ask its owner to pay.";
            default ->
                "That leads to a page to log in: check that baseUrl is the account's address with the path of its alias.";
        };
    }
}
