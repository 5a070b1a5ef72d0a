package dev.crmmigration.testkit.simulator;

import java.util.Arrays;
import java.util.Optional;

/** What a fault does to an exchange. Committed means that the platform has handled the request and keeps its effect. */
public enum FaultAction {
    /** Answers with a status of choice; nothing happens. */
    STATUS("status", false),
    /** Answers with a status of choice although the request was committed. */
    STATUS_AFTER_COMMIT("status-after-commit", true),
    /** Resets the connection; nothing happens. */
    RESET("reset", false),
    /** Resets the connection although the request was committed: the client cannot know. */
    RESET_AFTER_COMMIT("reset-after-commit", true),
    /** Commits and sends the first half of the answer's body. */
    TRUNCATE("truncate", true),
    /** Commits and answers 200 with the JSON document {@code null}. */
    NULL_BODY("null-body", true),
    /** Commits and answers after a real delay. */
    DELAY("delay", true),
    /** Refuses as if too many requests had come in the last seconds. */
    BURST("burst-429", false),
    /** Refuses as if the day's budget were spent. */
    BUDGET("daily-429", false),
    /** Refuses with the gateway's page. */
    BLOCKED("html-403", false),
    /** Refuses the credential. */
    UNAUTHORIZED("401", false),
    /** Refuses because the account is suspended. */
    PAYMENT_REQUIRED("402", false),
    /** Handles the request as if one member of the body had not been sent. */
    IGNORE_FIELD("ignore-field", true),
    /** Edits the account first, as somebody else does while a client is at work. */
    EDIT("edit", true);

    private final String key;
    private final boolean commits;

    FaultAction(String key, boolean commits) {
        this.key = key;
        this.commits = commits;
    }

    /** Returns the name in fault scripts. */
    public String key() {
        return key;
    }

    /** Tells whether the platform handles the request. */
    public boolean commits() {
        return commits;
    }

    static Optional<FaultAction> of(String key) {
        return Arrays.stream(values()).filter(action -> action.key.equals(key)).findFirst();
    }
}
