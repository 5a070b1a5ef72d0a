package dev.crmmigration.toolkit.http;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What became of one request. What may have reached the server is told apart from what cannot have. */
public sealed interface HttpReply {

    /** Calls the function of this case. A new case adds a parameter, so that every caller must handle it. */
    <R> R match(
            Function<Answered, R> answered,
            Function<Refused, R> refused,
            Function<NotSent, R> notSent,
            Function<Lost, R> lost);

    /**
     * The server answered in full, with whatever status.
     *
     * @param status the HTTP status
     * @param headers the first value of every header, by lower-case name
     * @param body the body as text, empty if there is none
     * @param serverTime the server's clock, from the {@code Date} header
     */
    record Answered(int status, Map<String, String> headers, String body, Optional<Instant> serverTime)
            implements HttpReply {

        public Answered {
            headers = Map.copyOf(headers);
        }

        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
        }

        /** Tells whether the body calls itself JSON. */
        public boolean isJson() {
            return header("content-type")
                    .map(type -> type.toLowerCase(Locale.ROOT).contains("json"))
                    .orElse(false);
        }

        /** Returns the body as a JSON object, or empty if it is none or broken. */
        public Optional<JsonObject> object() {
            return JsonObject.parse(body);
        }

        @Override
        public <R> R match(
                Function<Answered, R> answered,
                Function<Refused, R> refused,
                Function<NotSent, R> notSent,
                Function<Lost, R> lost) {
            return answered.apply(this);
        }

        /** Gives the status; headers and body may hold personal data. */
        @Override
        public String toString() {
            return "Answered[" + status + "]";
        }
    }

    /**
     * The meter refused the call, so it was not made.
     *
     * @param notBefore the moment, by the server's clock, from which it may be made
     */
    record Refused(Instant notBefore) implements HttpReply {

        @Override
        public <R> R match(
                Function<Answered, R> answered,
                Function<Refused, R> refused,
                Function<NotSent, R> notSent,
                Function<Lost, R> lost) {
            return refused.apply(this);
        }
    }

    /**
     * No byte of the request reached the server: nothing happened there.
     *
     * @param cause a code such as {@code DNS}
     */
    record NotSent(String cause) implements HttpReply {

        @Override
        public <R> R match(
                Function<Answered, R> answered,
                Function<Refused, R> refused,
                Function<NotSent, R> notSent,
                Function<Lost, R> lost) {
            return notSent.apply(this);
        }
    }

    /**
     * The request, or a part of it, was sent, and no complete answer came: it may have happened or not.
     *
     * @param cause a code such as {@code TIMEOUT}
     */
    record Lost(String cause) implements HttpReply {

        @Override
        public <R> R match(
                Function<Answered, R> answered,
                Function<Refused, R> refused,
                Function<NotSent, R> notSent,
                Function<Lost, R> lost) {
            return lost.apply(this);
        }
    }
}
