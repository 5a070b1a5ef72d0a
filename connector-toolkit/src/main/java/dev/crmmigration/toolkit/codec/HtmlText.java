package dev.crmmigration.toolkit.codec;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The text of an HTML fragment, in a form that is the same before and after a server has sanitised it: no tags, no
 * content of scripts, white space as single blanks, and {@code & < >} as entities. Its own text is itself.
 *
 * @param text the text
 * @param losesMarkup whether the fragment holds elements that a sanitiser takes away with their content or function
 */
record HtmlText(String text, boolean losesMarkup) {

    private static final Set<String> UNSAFE =
            Set.of("script", "style", "iframe", "object", "embed", "form", "input", "button", "link", "meta");
    private static final Set<String> WITHOUT_CONTENT = Set.of("script", "style", "iframe", "object");
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd",
            "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var",
            "wbr");
    private static final Map<String, String> ENTITIES = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "ndash", "\u2013", "mdash",
            "\u2014", "hellip", "\u2026", "euro", "\u20ac");
    private static final int LONGEST_ENTITY = 10;

    static HtmlText of(String html) {
        return new Scan(html).run();
    }

    /** Shows no text, which is personal data. */
    @Override
    public String toString() {
        return "HtmlText[" + text.length() + " characters]";
    }

    /** One walk over a fragment. Not thread-safe. */
    private static final class Scan {

        private final String html;
        private final StringBuilder out = new StringBuilder();
        private int at;
        private boolean unsafe;

        Scan(String html) {
            this.html = html;
        }

        HtmlText run() {
            while (at < html.length()) {
                char c = html.charAt(at);
                if (c == '<' && tag()) {
                    continue;
                }
                if (c == '&' && entity()) {
                    continue;
                }
                put(c);
                at++;
            }
            return new HtmlText(out.toString().strip(), unsafe);
        }

        /** Walks over a tag or comment; gives false if the bracket begins none, and so is text. */
        private boolean tag() {
            if (html.startsWith("<!--", at)) {
                int end = html.indexOf("-->", at + 4);
                at = end < 0 ? html.length() : end + 3;
                return true;
            }
            int name = html.startsWith("/", at + 1) ? at + 2 : at + 1;
            boolean begins = name < html.length() && isLetter(html.charAt(name));
            int end = begins ? endOfTag(name) : -1;
            if (end < 0) {
                return false;
            }
            boolean closes = name == at + 2;
            at = end;
            element(nameAt(name), closes);
            return true;
        }

        private static boolean isLetter(char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }

        private int endOfTag(int from) {
            char quote = 0;
            for (int i = from; i < html.length(); i++) {
                char c = html.charAt(i);
                if (quote != 0) {
                    quote = c == quote ? 0 : quote;
                } else if (c == '"' || c == '\'') {
                    quote = c;
                } else if (c == '>') {
                    return i + 1;
                }
            }
            return -1;
        }

        private String nameAt(int from) {
            int end = from;
            while (end < html.length() && Character.isLetterOrDigit(html.charAt(end))) {
                end++;
            }
            return html.substring(from, end).toLowerCase(Locale.ROOT);
        }

        private void element(String name, boolean closes) {
            unsafe |= UNSAFE.contains(name);
            if (!INLINE.contains(name)) {
                put(' ');
            }
            if (!closes && WITHOUT_CONTENT.contains(name)) {
                skipTo("</" + name);
            }
        }

        private void skipTo(String end) {
            String rest = html.substring(at).toLowerCase(Locale.ROOT);
            int found = rest.indexOf(end);
            at = found < 0 ? html.length() : at + found;
        }

        private boolean entity() {
            int end = html.indexOf(';', at);
            if (end < 0 || end - at > LONGEST_ENTITY) {
                return false;
            }
            String text = decoded(html.substring(at + 1, end));
            text.chars().forEach(c -> put((char) c));
            at = text.isEmpty() ? at : end + 1;
            return !text.isEmpty();
        }

        private static String decoded(String name) {
            if (!name.startsWith("#")) {
                return ENTITIES.getOrDefault(name, "");
            }
            boolean hex = name.startsWith("#x") || name.startsWith("#X");
            try {
                int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
                return Character.isValidCodePoint(code) && code > 0 ? Character.toString(code) : "";
            } catch (NumberFormatException e) {
                return "";
            }
        }

        private void put(char c) {
            if (Character.isWhitespace(c) || c == '\u00a0') {
                if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
                return;
            }
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> out.append(c);
            }
        }
    }
}
