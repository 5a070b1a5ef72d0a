package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.toolkit.http.HttpRequest;
import java.util.Optional;

/** Signs calls with the API token of a user, in the header that both OpenAPI documents name. */
final class TokenLogin implements Login {

    private static final String HEADER = "x-api-token";

    private final Signature signature;

    TokenLogin(Access.ByToken access) {
        signature = new Signature(access.token(), request -> sign(access, request));
    }

    private static HttpRequest sign(Access.ByToken access, HttpRequest request) {
        return request.server(access.baseUrl()).header(HEADER, access.token());
    }

    @Override
    public Pass pass() {
        return signature;
    }

    @Override
    public Optional<Pass> passAfter(Signature refused) {
        return Optional.empty();
    }

    @Override
    public String advice() {
        return "Check that the setting apiToken is the present API token of the user, and that the user may use the API.";
    }
}
