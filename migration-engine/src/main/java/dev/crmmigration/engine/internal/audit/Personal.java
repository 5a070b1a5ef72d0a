package dev.crmmigration.engine.internal.audit;

import dev.crmmigration.engine.internal.journal.EventNames;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;

/**
 * Decides what of an event may name a person. What is not known to be harmless is taken to be personal:
 *
 * <ul>
 *   <li>{@code effect}: mapping, type and part are shown, the key of the source record never, however it looks: it may be
 *       an e-mail address, and even a number leads to a person where the source is kept.
 *   <li>{@code record}: the id that the destination gave is shown if a machine made it.
 *   <li>{@code reason} and {@code cause}: shown if they are codes, with fields in parentheses; text of a vendor may quote
 *       what it refuses.
 *   <li>names of what the migration itself made or counted are shown.
 *   <li>anything else, such as who approved, is shown only if it is a number, a truth value or a code.
 * </ul>
 */
final class Personal {

    private static final String EFFECT = "effect";

    private static final Set<String> HARMLESS = Set.of(
            "fingerprint",
            "account",
            "object",
            "kind",
            "key",
            "generation",
            "algorithm",
            "signature",
            "sink",
            "erased");

    private static final Pattern MACHINE_ID = Pattern.compile("[0-9]{1,19}|[0-9a-fA-F]{8}[0-9a-fA-F-]{8,64}");

    private static final Pattern BARE = Pattern.compile("-?[0-9]{1,9}|true|false|[A-Z][A-Z0-9_]{0,80}");

    private Personal() {}

    /**
     * Returns the attributes of an event as they may leave the workspace.
     *
     * @param token gives what stands in the place of a value; its first argument is whom the value belongs to, so that it
     *     can be found again
     */
    static Map<String, String> sealed(Map<String, String> attributes, BinaryOperator<String> token) {
        String effect = attributes.getOrDefault(EFFECT, "");
        Map<String, String> sealed = new TreeMap<>(attributes);
        sealed.replaceAll((name, value) -> {
            String owner = effect.isEmpty() ? value : EventNames.source(effect);
            return sealed(name, value, owner, token);
        });
        return sealed;
    }

    private static String sealed(String name, String value, String owner, BinaryOperator<String> token) {
        if (value.isEmpty() || HARMLESS.contains(name)) {
            return value;
        }
        return switch (name) {
            case EFFECT -> EventNames.replaceSourceId(value, id -> token.apply(owner, id));
            case "record" -> record(value, owner, token);
            case "reason", "cause" -> EventNames.areCodes(value) ? value : token.apply(owner, value);
            default -> BARE.matcher(value).matches() ? value : token.apply(owner, value);
        };
    }

    private static String record(String ref, String owner, BinaryOperator<String> token) {
        int colon = ref.indexOf(':');
        String id = ref.substring(colon + 1);
        return MACHINE_ID.matcher(id).matches() ? ref : ref.substring(0, colon + 1) + token.apply(owner, id);
    }
}
