package dev.crmmigration.examples.quickstart;

import java.util.ArrayList;
import java.util.List;

/** Collects what is not as it should be. Not thread-safe. */
final class Verdict {

    private final List<String> problems = new ArrayList<>();

    void expect(boolean fact, String otherwise) {
        if (!fact) {
            problems.add(otherwise);
        }
    }

    boolean isGood() {
        return problems.isEmpty();
    }

    List<String> problems() {
        return List.copyOf(problems);
    }
}
