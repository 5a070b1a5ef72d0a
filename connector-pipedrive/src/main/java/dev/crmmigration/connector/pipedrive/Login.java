package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.connector.Secret;
import dev.crmmigration.toolkit.destination.ApiResult;
import dev.crmmigration.toolkit.http.HttpRequest;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Signs calls, so that Pipedrive knows as whom they are made. Thread-safe. */
interface Login {

    /**
     * Returns what calls can be signed with now.
     *
     * @throws dev.crmmigration.api.error.FatalConnectorException if a person has to act
     */
    Pass pass();

    /** Returns another pass than one that was refused; empty if there is no other. */
    Optional<Pass> passAfter(Signature refused);

    /** Says what a person has to do when Pipedrive refuses all passes. */
    String advice();

    /** What calls can be signed with, or why there is nothing at the moment. */
    sealed interface Pass {

        <R> R match(Function<Signature, R> signature, Function<ApiResult.NotNow, R> notNow);
    }

    /**
     * A signature.
     *
     * @param token what it is made of
     * @param signing signs a request
     */
    record Signature(Secret token, UnaryOperator<HttpRequest> signing) implements Pass {

        HttpRequest sign(HttpRequest request) {
            return signing.apply(request);
        }

        @Override
        public <R> R match(Function<Signature, R> signature, Function<ApiResult.NotNow, R> notNow) {
            return signature.apply(this);
        }
    }

    /** No signature at the moment. */
    record Later(ApiResult.NotNow why) implements Pass {

        @Override
        public <R> R match(Function<Signature, R> signature, Function<ApiResult.NotNow, R> notNow) {
            return notNow.apply(why);
        }
    }
}
