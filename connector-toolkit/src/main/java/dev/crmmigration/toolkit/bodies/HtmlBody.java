package dev.crmmigration.toolkit.bodies;

import dev.crmmigration.toolkit.damage.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The body of a note, without what could run where it is shown.
 *
 * @param html the body
 * @param rules what was done
 * @param images the addresses of its pictures, in order
 */
public record HtmlBody(String html, Set<Rule> rules, List<Image> images) {

    private static final Set<String> DROPPED_WITH_TEXT =
            Set.of("script", "style", "iframe", "object", "embed", "template", "svg", "math");
    private static final Pattern TAG =
            Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9:-]*)((?:\"[^\"]*\"|'[^']*'|[^<>\"'])*)>");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([^\\s\"'<>/=]+)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'=<>`]+)))?");
    private static final Pattern ESCAPED_TAG =
            Pattern.compile("&lt;/?[a-zA-Z][^&]*&gt;|&amp;(amp|lt|gt|quot|nbsp|#\\d+);");

    /** A picture in a body. */
    public record Image(Kind kind, String address) {

        /** Where a picture is. */
        public enum Kind {
            /** In the body itself. */
            DATA,
            /** In the export. */
            BUNDLED,
            /** At a page elsewhere, which may no longer answer. */
            REMOTE
        }
    }

    public HtmlBody {
        rules = Set.copyOf(rules);
        images = List.copyOf(images);
    }

    /** Reads a body. */
    public static HtmlBody of(String raw) {
        Set<Rule> rules = new TreeSet<>();
        String html = unescaped(raw, rules);
        List<Image> images = new ArrayList<>();
        String safe = safe(html, rules, images);
        return new HtmlBody(safe, rules, images);
    }

    /** Undoes one escaping too many, if what comes out is tags that fit. */
    private static String unescaped(String raw, Set<Rule> rules) {
        if (!ESCAPED_TAG.matcher(raw).find() || TAG.matcher(raw).find()) {
            return raw;
        }
        String once = raw.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
        if (!isBalanced(once)) {
            return raw;
        }
        rules.add(Rule.HTML_ENTITY);
        return once;
    }

    private static boolean isBalanced(String html) {
        int open = 0;
        for (Matcher tag = TAG.matcher(html); tag.find(); ) {
            boolean isVoid = Set.of("br", "hr", "img", "input", "meta", "link")
                            .contains(tag.group(2).toLowerCase(Locale.ROOT))
                    || tag.group(3).endsWith("/");
            if (!isVoid) {
                open += tag.group(1).isEmpty() ? 1 : -1;
            }
            if (open < 0) {
                return false;
            }
        }
        return open == 0;
    }

    private static String safe(String html, Set<Rule> rules, List<Image> images) {
        StringBuilder safe = new StringBuilder();
        Matcher tag = TAG.matcher(html);
        int end = 0;
        while (tag.find(end)) {
            safe.append(text(html.substring(end, tag.start()), rules));
            String name = tag.group(2).toLowerCase(Locale.ROOT);
            end = tag.end();
            if (DROPPED_WITH_TEXT.contains(name)) {
                rules.add(Rule.HTML_UNSAFE);
                end = tag.group(1).isEmpty() ? afterClosing(html, name, end) : end;
            } else {
                safe.append('<').append(tag.group(1)).append(name);
                attributes(name, tag.group(3), safe, rules, images);
                safe.append('>');
            }
        }
        return safe.append(text(html.substring(end), rules)).toString();
    }

    /** What looks like the beginning of a tag and is none must not become one. */
    private static String text(String text, Set<Rule> rules) {
        if (text.indexOf('<') < 0) {
            return text;
        }
        rules.add(Rule.HTML_UNSAFE);
        return text.replace("<", "&lt;");
    }

    private static int afterClosing(String html, String name, int from) {
        Matcher closing =
                Pattern.compile("(?i)</" + Pattern.quote(name) + "[^>]*>").matcher(html);
        return closing.find(from) ? closing.end() : html.length();
    }

    private static void attributes(String tag, String text, StringBuilder safe, Set<Rule> rules, List<Image> images) {
        for (Matcher found = ATTRIBUTE.matcher(text); found.find(); ) {
            String name = found.group(1).toLowerCase(Locale.ROOT);
            String value = value(found);
            if (isUnsafe(name, value)) {
                rules.add(Rule.HTML_UNSAFE);
                continue;
            }
            if (tag.equals("img") && name.equals("src")) {
                images.add(image(value, rules));
            }
            safe.append(' ')
                    .append(name)
                    .append("=\"")
                    .append(value.replace("\"", "&quot;"))
                    .append('"');
        }
    }

    private static String value(Matcher attribute) {
        for (int group = 2; group <= 4; group++) {
            if (attribute.group(group) != null) {
                return attribute.group(group);
            }
        }
        return "";
    }

    /** Browsers read addresses without the blanks and escapes in them. */
    private static boolean isUnsafe(String name, String value) {
        String address = value.replaceAll("[\\s\\p{Cc}]|&(tab|newline|colon);|&#x?[0-9a-fA-F]+;?", "")
                .toLowerCase(Locale.ROOT);
        boolean isCode =
                address.startsWith("javascript") || address.startsWith("vbscript") || address.startsWith("data:text");
        boolean hidesLetters = value.contains("&#") && (name.equals("href") || name.equals("src"));
        return name.startsWith("on") || name.equals("style") || name.equals("srcdoc") || isCode || hidesLetters;
    }

    private static Image image(String address, Set<Rule> rules) {
        String lower = address.toLowerCase(Locale.ROOT);
        if (lower.startsWith("data:")) {
            rules.add(Rule.IMG_DATA);
            return new Image(Image.Kind.DATA, address);
        }
        if (lower.startsWith("http:") || lower.startsWith("https:") || lower.startsWith("//")) {
            return new Image(Image.Kind.REMOTE, address);
        }
        rules.add(Rule.IMG_LINK);
        return new Image(Image.Kind.BUNDLED, address);
    }
}
