package dev.crmmigration.toolkit.rest;

/** The statuses that are told apart. */
final class HttpStatus {

    static final int OK = 200;
    static final int BAD_REQUEST = 400;
    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int GONE = 410;
    static final int TOO_MANY = 429;
    static final int SERVER_ERROR = 500;

    private HttpStatus() {}
}
