package dev.crmmigration.toolkit.bodies;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes HTML of the Markdown that people write in notes: headings, lists, bold, italics, links, images. */
public final class Markdown {

    private static final Pattern HEADING = Pattern.compile("^(#{1,6})\\s+(.*)$");
    private static final Pattern ITEM = Pattern.compile("^\\s*(?:[-*+]|\\d+[.)])\\s+(.*)$");
    private static final Pattern IMAGE = Pattern.compile("!\\[([^\\]]*)\\]\\(([^)\\s]+)[^)]*\\)");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)\\]\\(([^)\\s]+)[^)]*\\)");
    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]+)\\*\\*|__([^_]+)__");
    private static final Pattern ITALIC = Pattern.compile("(?<![*\\w])\\*([^*\\s][^*]*)\\*(?![*\\w])");

    private Markdown() {}

    public static String html(String text) {
        StringBuilder html = new StringBuilder();
        boolean inList = false;
        boolean lineOpen = false;
        for (String line : text.split("\n", -1)) {
            Matcher item = ITEM.matcher(line);
            Matcher heading = HEADING.matcher(line);
            boolean isItem = item.matches();
            if (inList && !isItem) {
                html.append("</ul>");
            }
            if (isItem) {
                html.append(inList ? "" : "<ul>")
                        .append("<li>")
                        .append(inline(item.group(1)))
                        .append("</li>");
            } else if (heading.matches()) {
                html.append("<b>").append(inline(heading.group(2))).append("</b><br>");
            } else {
                html.append(lineOpen ? "<br>" : "").append(inline(line));
            }
            inList = isItem;
            lineOpen = !isItem && !heading.matches();
        }
        return html.append(inList ? "</ul>" : "").toString();
    }

    private static String inline(String line) {
        String text = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        text = IMAGE.matcher(text).replaceAll("<img alt=\"$1\" src=\"$2\">");
        text = LINK.matcher(text).replaceAll("<a href=\"$2\">$1</a>");
        text = BOLD.matcher(text)
                .replaceAll(found -> "<b>"
                        + Matcher.quoteReplacement(found.group(1) != null ? found.group(1) : found.group(2))
                        + "</b>");
        return ITALIC.matcher(text).replaceAll("<i>$1</i>");
    }
}
