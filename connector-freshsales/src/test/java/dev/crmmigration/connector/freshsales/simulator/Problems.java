package dev.crmmigration.connector.freshsales.simulator;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a request, so that the answer names all of it at once. */
final class Problems {

    private final FreshsalesSettings settings;
    private final List<String> messages = new ArrayList<>();

    Problems(FreshsalesSettings settings) {
        this.settings = settings;
    }

    void add(Message message, Object... arguments) {
        messages.add(message.in(settings, arguments));
    }

    /** Refuses the request if something is wrong with it. */
    void requireNone() {
        if (!messages.isEmpty()) {
            throw ApiException.invalid(messages);
        }
    }
}
