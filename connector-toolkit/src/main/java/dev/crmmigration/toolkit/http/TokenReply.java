package dev.crmmigration.toolkit.http;

import dev.crmmigration.api.connector.Secret;
import java.time.Instant;
import java.util.function.Function;

/** What asking for an access token came to. */
public sealed interface TokenReply {

    /** Calls the function of this case. A new case adds a parameter, so that every caller must handle it. */
    <R> R match(Function<Token, R> token, Function<Failed, R> failed);

    /**
     * A token.
     *
     * @param access what is sent with calls
     * @param renewAt when a new one should be asked for
     * @param answer what else the server said when it gave the token; empty for one that was given from outside
     */
    record Token(Secret access, Instant renewAt, JsonObject answer) implements TokenReply {

        @Override
        public <R> R match(Function<Token, R> token, Function<Failed, R> failed) {
            return token.apply(this);
        }
    }

    /**
     * No token.
     *
     * @param reply what became of the request for one; an answer of 2xx held none
     */
    record Failed(HttpReply reply) implements TokenReply {

        @Override
        public <R> R match(Function<Token, R> token, Function<Failed, R> failed) {
            return failed.apply(this);
        }
    }
}
