package dev.crmmigration.connector.pipedrive.simulator;

import java.util.regex.Pattern;

/** Takes out of HTML what Pipedrive does not store: scripts, styles, frames, handlers. */
final class Html {

    private static final Pattern ELEMENTS =
            Pattern.compile("(?is)<(script|style|iframe|object|embed)\\b.*?(</\\1\\s*>|$)");
    private static final Pattern HANDLERS =
            Pattern.compile("(?is)(<[^<>]*?)\\s+on\\w+\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s>]+)");
    private static final Pattern SCRIPT_LINKS =
            Pattern.compile("(?is)(href|src)\\s*=\\s*([\"']?)\\s*javascript:[^\"'>\\s]*");

    private Html() {}

    static String sanitised(String html) {
        if (html.indexOf('<') < 0) {
            return html;
        }
        String text = ELEMENTS.matcher(html).replaceAll("");
        text = SCRIPT_LINKS.matcher(text).replaceAll("$1=$2");
        String before;
        do {
            before = text;
            text = HANDLERS.matcher(text).replaceAll("$1");
        } while (!text.equals(before));
        return text;
    }
}
