package dev.crmmigration.toolkit.bodies;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes HTML of what people wrote, whatever form it is in; images are named in the text and handed out on their own. */
public final class Bodies {

    private static final Pattern IMAGE = Pattern.compile("(?is)<img\\b[^>]*>");
    private static final Pattern SRC = Pattern.compile("(?is)\\bsrc\\s*=\\s*(\"([^\"]*)\"|'([^']*)'|([^\\s>]+))");
    private static final Pattern UNSAFE = Pattern.compile(
            "(?is)<(script|style|iframe|object|embed|form)\\b[^>]*>.*?</\\1\\s*>|</?(script|style|iframe|object|embed|form)\\b[^>]*>");
    private static final Pattern HANDLER =
            Pattern.compile("(?is)\\s(on[a-z]+)\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s>]+)(?=[^<]*>)");
    private static final Pattern SCRIPT_URL = Pattern.compile("(?i)javascript:");
    private static final Pattern ESCAPED = Pattern.compile("&lt;(/?(p|br|b|i|ul|ol|li|div|strong|em|h[1-6]))\\b");
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z/]");

    /**
     * A body as HTML.
     *
     * @param html the text; images stand as their names
     * @param images where each image comes from, in their order
     * @param isUnsafe whether something was taken out that may run
     * @param wasEscaped whether it was escaped once too often
     */
    public record Body(String html, List<String> images, boolean isUnsafe, boolean wasEscaped) {}

    private Bodies() {}

    /**
     * Makes HTML of a text.
     *
     * @param format {@code html}, {@code markdown} or {@code text}
     */
    public static Body of(String text, String format) {
        if (format.equals("html")) {
            return html(text);
        }
        if (format.equals("markdown")) {
            return html(Markdown.html(text));
        }
        return new Body(escaped(text), List.of(), false, false);
    }

    private static Body html(String text) {
        boolean wasEscaped = !TAG.matcher(text).find() && ESCAPED.matcher(text).find();
        String html = wasEscaped
                ? text.replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&amp;", "&")
                : text;
        String safe = UNSAFE.matcher(html).replaceAll("");
        safe = HANDLER.matcher(safe).replaceAll("");
        safe = SCRIPT_URL.matcher(safe).replaceAll("");
        List<String> images = new ArrayList<>();
        Matcher image = IMAGE.matcher(safe);
        StringBuilder out = new StringBuilder();
        while (image.find()) {
            image.appendReplacement(out, Matcher.quoteReplacement(named(image.group(), images)));
        }
        image.appendTail(out);
        return new Body(out.toString(), images, !safe.equals(html), wasEscaped);
    }

    private static String named(String tag, List<String> images) {
        Matcher src = SRC.matcher(tag);
        if (!src.find()) {
            return "";
        }
        String from = src.group(2) != null ? src.group(2) : src.group(3) != null ? src.group(3) : src.group(4);
        images.add(from.strip());
        return "[image " + images.size() + "]";
    }

    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\n", "<br>");
    }
}
