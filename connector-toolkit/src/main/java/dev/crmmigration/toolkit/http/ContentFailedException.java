package dev.crmmigration.toolkit.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What is to be sent cannot be read, which is no fault of the connection. */
final class ContentFailedException extends IOException {

    private static final long serialVersionUID = 1L;

    ContentFailedException(String message, @Nullable IOException cause) {
        super(message, cause);
    }
}
