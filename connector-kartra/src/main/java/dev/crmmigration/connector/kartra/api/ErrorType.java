package dev.crmmigration.connector.kartra.api;

import dev.crmmigration.api.error.FatalConnectorException;
import java.util.Map;
import java.util.Set;

/** What the numbers of Kartra's errors mean (help 15369014). Its messages differ for one number, and are never looked at. */
final class ErrorType {

    private static final Set<String> UNKNOWN_LEAD = Set.of("234", "243");
    private static final Set<String> DELETED_LEAD = Set.of("245");
    private static final Set<String> NOT_APPROVED = Set.of("262", "254");

    /** What ends the reading, with what to do. */
    private static final Map<String, String> FATAL = Map.of(
            "201", "calls must be made by https. Check 'baseUrl'",
            "202", "the API key is missing. Check 'apiKey'",
            "203", "the API key is not valid. Check 'apiKey'",
            "204", "the API is not active for this account. Activate it in Kartra",
            "233", "the API password is not valid. Check 'apiPassword'",
            "238", "the App id is missing. Check 'appId'",
            "239", "the App id is not valid. Check 'appId'",
            "240", "the account of the App is not active. Activate it in Kartra",
            "242", "the App does not allow this computer's address. Add it to the App in Kartra");

    private ErrorType() {}

    /** @throws FatalConnectorException if no call can succeed before a person acts */
    static void check(Command command, String type) {
        String why = FATAL.get(type);
        if (why != null) {
            throw new FatalConnectorException(command.word() + " returned error " + type + ": " + why);
        }
    }

    /** Tells whether Kartra has not approved the App for the command. */
    static boolean isNotApproved(String type) {
        return NOT_APPROVED.contains(type);
    }

    /** Returns the code of what is wrong with one contact. */
    static String problem(String type) {
        return UNKNOWN_LEAD.contains(type)
                ? "api-unknown"
                : DELETED_LEAD.contains(type) ? "api-deleted" : "api-refused";
    }

    /** Returns a sentence about a command that gives nothing. */
    static String gap(Command command, String type) {
        return "Kartra's API gives no " + command.result() + " (error " + type + ")"
                + (isNotApproved(type) ? ": the App is not approved for " + command.word() : "");
    }
}
