package dev.crmmigration.engine.internal.journal;

import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.api.record.RecordRef;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * How events of the journal name an effect: whole, because the audit must be able to find a person's entries, while
 * {@link RecordRef#toString} shows a mark of an id that may name one. Within the id, slash and per cent sign are escaped,
 * so that the three parts can be told apart.
 */
public final class EventNames {

    private static final String CODE = "[A-Za-z][A-Za-z0-9_.-]{0,80}( \\([^()@]{1,80}\\))?";

    private static final Pattern CODES = Pattern.compile(CODE + "(, " + CODE + "){0,20}");

    private EventNames() {}

    /** Tells whether a reason is made of codes, with fields in parentheses: text of a vendor may name people. */
    public static boolean areCodes(String reason) {
        return CODES.matcher(reason).matches();
    }

    /** Returns {@code mapping/type:id}, and {@code /part} if there are several. */
    public static String of(EffectId effect) {
        String text = effect.mapping() + "/" + source(effect.source());
        return effect.part().equals(EffectId.MAIN) ? text : text + "/" + effect.part();
    }

    private static String source(RecordRef source) {
        return source.type() + ":" + source.id().replace("%", "%25").replace("/", "%2F");
    }

    /** Returns the source record that the name of an effect holds, as {@code type:id}. */
    public static String source(String name) {
        int start = name.indexOf('/') + 1;
        int end = name.indexOf('/', start);
        String source = end < 0 ? name.substring(start) : name.substring(start, end);
        return source.replace("%2F", "/").replace("%25", "%");
    }

    /** Returns the name with something else in the place of the source record's id. */
    public static String replaceSourceId(String name, UnaryOperator<String> replacement) {
        int start = name.indexOf('/') + 1;
        int end = name.indexOf('/', start);
        String source = source(name);
        int colon = source.indexOf(':') + 1;
        return name.substring(0, start)
                + source.substring(0, colon)
                + replacement.apply(source.substring(colon))
                + (end < 0 ? "" : name.substring(end));
    }
}
