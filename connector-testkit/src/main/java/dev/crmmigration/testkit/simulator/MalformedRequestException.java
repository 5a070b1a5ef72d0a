package dev.crmmigration.testkit.simulator;

import java.io.IOException;

/** Tells that what came over a connection is not HTTP/1.1. */
final class MalformedRequestException extends IOException {

    MalformedRequestException(String problem) {
        super(problem);
    }
}
