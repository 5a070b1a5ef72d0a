package dev.crmmigration.toolkit.http;

import dev.crmmigration.api.connector.Secret;
import dev.crmmigration.toolkit.http.TokenReply.Failed;
import dev.crmmigration.toolkit.http.TokenReply.Token;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The access token of an app, renewed with a refresh token (RFC 6749, section 6) before it expires. Thread-safe: of the
 * threads that need a new one, one asks, and the others wait for its answer, good or bad.
 *
 * <p>A server may give a new refresh token as well, and take back the old one. It is used from then on, and whoever
 * wants to go on later is told of it.
 */
public final class OAuthTokens {

    /** A token is renewed so long before it expires: longer than a call takes. */
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private static final Duration USUAL_LIFE = Duration.ofHours(1);
    private static final long LONGEST_LIFE_SECONDS = Duration.ofDays(365).toSeconds();

    private final JsonHttpClient client;
    private final OAuthApp app;
    private final Clock clock;
    private final Consumer<Secret> keeper;
    private final ReentrantLock turn = new ReentrantLock(true);
    private Secret refreshToken;
    private volatile @Nullable Token current;
    private final AtomicInteger asked = new AtomicInteger();
    private @Nullable Failed lastFailure;

    /**
     * @param client makes the calls; its own headers are not sent
     * @param keeper is told every new refresh token before the access token that came with it is used
     */
    public OAuthTokens(JsonHttpClient client, OAuthApp app, Secret refreshToken, Consumer<Secret> keeper, Clock clock) {
        this.client = client;
        this.app = app;
        this.refreshToken = refreshToken;
        this.keeper = keeper;
        this.clock = clock;
    }

    /** Uses an access token that was got elsewhere until it is refused. Called before the first call. */
    public OAuthTokens startingWith(Secret accessToken) {
        current = new Token(accessToken, Instant.MAX, JsonObject.EMPTY);
        return this;
    }

    /** Returns a token that is good by the clock; asks for one if there is none. */
    public TokenReply token() {
        Token known = current;
        return known != null && known.renewAt().isAfter(clock.instant()) ? known : renewed(known);
    }

    /** Returns another token than one that a server refused; asks for one unless somebody did so meanwhile. */
    public TokenReply tokenAfter(Secret refused) {
        Token known = current;
        return known != null && !known.access().equals(refused) ? token() : renewed(known);
    }

    private TokenReply renewed(@Nullable Token stale) {
        int askedBefore = asked.get();
        try {
            turn.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failed(new HttpReply.NotSent("INTERRUPTED"));
        }
        try {
            Token known = current;
            if (known != null && !known.equals(stale)) {
                return known;
            }
            Failed failure = lastFailure;
            return asked.get() != askedBefore && failure != null ? failure : ask();
        } finally {
            turn.unlock();
        }
    }

    private TokenReply ask() {
        Instant before = clock.instant();
        HttpReply reply = client.exchange(request());
        asked.incrementAndGet();
        Optional<Token> token = reply instanceof HttpReply.Answered answered && answered.status() / 100 == 2
                ? answered.object().flatMap(answer -> token(answer, before))
                : Optional.empty();
        if (token.isEmpty()) {
            Failed failure = new Failed(reply);
            lastFailure = failure;
            return failure;
        }
        token.get().answer().text("refresh_token").map(Secret::of).ifPresent(this::replace);
        current = token.get();
        lastFailure = null;
        return token.get();
    }

    private void replace(Secret next) {
        if (!next.equals(refreshToken)) {
            refreshToken = next;
            keeper.accept(next);
        }
    }

    private HttpRequest request() {
        Map<String, Secret> form = new LinkedHashMap<>();
        form.put("grant_type", Secret.of("refresh_token"));
        form.put("refresh_token", refreshToken);
        return HttpRequest.of("POST", app.path())
                .server(app.server())
                .authorization("Basic", app.credentials())
                .form(form);
    }

    private static Optional<Token> token(JsonObject answer, Instant before) {
        Duration life = answer.integer("expires_in")
                .filter(seconds -> seconds > 0 && seconds <= LONGEST_LIFE_SECONDS)
                .map(Duration::ofSeconds)
                .orElse(USUAL_LIFE);
        Duration half = life.dividedBy(2);
        Duration margin = half.compareTo(MARGIN) < 0 ? half : MARGIN;
        return answer.text("access_token")
                .filter(access -> HeaderValues.isFit(Secret.of(access)))
                .map(access -> new Token(Secret.of(access), before.plus(life).minus(margin), answer));
    }

    /** Shows no token. */
    @Override
    public String toString() {
        return "OAuthTokens[" + app + "]";
    }
}
