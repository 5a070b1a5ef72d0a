package dev.crmmigration.engine.internal.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A document as one HTML page that needs nothing but itself: no network, no other file. */
final class HtmlPage {

    private static final String STYLE = Resource.text("document.css");
    private static final String SCRIPT = Resource.text("document.js");

    private HtmlPage() {}

    /**
     * @param explorer the records to look through; empty for a page without
     * @param notice what whoever opens the page should know first
     */
    static String of(Document document, String footer, String notice, Optional<String> explorer) {
        List<String> titles =
                new ArrayList<>(document.sections().stream().map(Section::title).toList());
        explorer.ifPresent(records -> titles.add(Explorer.TITLE));
        StringBuilder page = new StringBuilder(1 << 16);
        page.append(head(document));
        page.append("""
                <a class="skip" href="#content">Skip to the content</a>
                <header class="top"><div class="inner"><h1>%s</h1><p>%s</p></div></header>
                <div class="frame">
                <nav aria-label="Sections"><ol>
                """.formatted(Html.escape(document.title()), Html.escape(document.about())));
        for (int at = 0; at < titles.size(); at++) {
            page.append("<li><a href=\"#s%d\">%s</a></li>\n".formatted(at, Html.escape(titles.get(at))));
        }
        page.append("</ol></nav>\n<main id=\"content\" tabindex=\"-1\">\n");
        page.append("<p class=\"notice\">%s</p>\n".formatted(Html.escape(notice)));
        HtmlBlocks blocks = new HtmlBlocks();
        for (int at = 0; at < document.sections().size(); at++) {
            page.append(blocks.section(at, document.sections().get(at)));
        }
        explorer.ifPresent(
                records -> page.append(Explorer.html(document.sections().size(), records)));
        page.append("</main>\n</div>\n<footer class=\"end\"><p>%s</p></footer>\n".formatted(Html.escape(footer)));
        return page.append("<script>")
                .append(SCRIPT)
                .append("</script>\n</body>\n</html>\n")
                .toString();
    }

    /** The policy lets the browser run this script and no other, and fetch nothing. */
    private static String head(Document document) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="referrer" content="no-referrer">
                <title>%s</title>
                <link rel="icon" href="data:,">
                <style>%s</style>
                </head>
                <body>
                """.formatted(Resource.mark(STYLE), Resource.mark(SCRIPT), Html.escape(document.title()), STYLE);
    }
}
