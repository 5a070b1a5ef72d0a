package dev.crmmigration.connector.freshsales.simulator;

import java.util.List;

/** Ends a request with an error of Freshsales'. Has no stack trace: it is an answer, not a defect. */
final class ApiException extends RuntimeException {

    private final int status;
    private final List<String> messages;

    private ApiException(int status, List<String> messages) {
        super(status + " " + messages, null, false, false);
        this.status = status;
        this.messages = List.copyOf(messages);
    }

    static ApiException of(int status, String message) {
        return new ApiException(status, List.of(message));
    }

    /** Names all that is wrong with a request, a message per field. */
    static ApiException invalid(List<String> messages) {
        return new ApiException(400, messages);
    }

    static ApiException invalid(String message) {
        return of(400, message);
    }

    static ApiException notFound() {
        return of(404, "The record you're looking for is not in the CRM");
    }

    static ApiException forbidden() {
        return of(403, "You do not have permission to perform this action");
    }

    /** Fails as the server does where it has a defect: with a code alone. */
    static ApiException crash() {
        return new ApiException(500, List.of());
    }

    int status() {
        return status;
    }

    List<String> messages() {
        return messages;
    }
}
