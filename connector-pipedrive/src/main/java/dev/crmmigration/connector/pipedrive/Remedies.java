package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.toolkit.destination.ApiResult;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What a person can do about a refusal, by its code or status. Quotes what Pipedrive says. */
final class Remedies {

    /** The plan allows no more of something that is counted; with a code of its own for deals and custom fields. */
    static final String PLAN_LIMIT = "PLAN_LIMIT";

    private static final String SCOPE_MISSING = "SCOPE_MISSING";
    private static final String CAPPING = "FEATURE_CAPPING_";
    private static final Pattern LIMIT_REACHED =
            Pattern.compile("\\blimit\\b.*\\b(reached|exceeded)\\b|\\b(reached|exceeded)\\b.*\\blimit\\b");
    private static final Pattern SCOPE = Pattern.compile("\\bscope\\b");
    private static final int LONGEST_QUOTE = 500;

    private static final Map<String, String> REMEDIES = Map.ofEntries(
            Map.entry(
                    CAPPING + "DEALS_LIMIT",
                    "The plan allows no more open deals. Close deals, or change the plan, and run again."),
            Map.entry(
                    CAPPING + "CUSTOM_FIELDS_LIMIT",
                    "The plan allows no more custom fields. Remove some, map fewer, or change the plan, and prepare"
                            + " again."),
            Map.entry(
                    PLAN_LIMIT,
                    "The plan allows no more of these. Remove some, map fewer, or change the plan, and run again."),
            Map.entry(
                    SCOPE_MISSING,
                    "The app lacks the scope for this call. Add it to the app, install the app again, and set"
                            + " oauthRefreshToken to its new token."),
            Map.entry(
                    "HTTP_403",
                    "The token's user may not do this. Use the token of a user with admin rights for deals and account"
                            + " settings."),
            Map.entry("HTTP_404", "The record is not there, or the token's user does not see it."),
            Map.entry("HTTP_410", "It is not there any more."),
            Map.entry("HTTP_413", "Pipedrive takes nothing as large as this. Make it smaller, or leave it out."),
            Map.entry("HTTP_405", "Pipedrive does not offer this call to the account."),
            Map.entry("HTTP_415", "Pipedrive does not take this kind of content."),
            Map.entry("HTTP_422", "Pipedrive understands the call, but not its content. Compare it with its rules."));

    private Remedies() {}

    /** Returns a code for what a 403 means beyond a missing right; empty for nothing. */
    static String kindOf403(String code, String said) {
        String upper = code.toUpperCase(Locale.ROOT);
        String text = said.toLowerCase(Locale.ROOT);
        if (REMEDIES.containsKey(upper)) {
            return upper;
        }
        if (upper.startsWith(CAPPING) || LIMIT_REACHED.matcher(text).find()) {
            return PLAN_LIMIT;
        }
        return SCOPE.matcher(text).find() ? SCOPE_MISSING : "";
    }

    /** Tells whether a plan does not allow as many of something. */
    static boolean isCapped(ApiResult.Denied denied) {
        return denied.errors().stream().anyMatch(error -> isCap(error.code()));
    }

    private static boolean isCap(String code) {
        return code.equals(PLAN_LIMIT) || code.startsWith(CAPPING);
    }

    static String of(int status, String code, String said) {
        String known = REMEDIES.getOrDefault(code, REMEDIES.getOrDefault("HTTP_" + status, ""));
        String both = (known + " " + (said.isEmpty() ? "" : quote(said))).strip();
        return both.isEmpty() ? "Pipedrive gives no reason. Compare the record with Pipedrive's rules." : both;
    }

    static String quote(String said) {
        String text = said.strip();
        return "Pipedrive says: " + (text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) : text);
    }
}
