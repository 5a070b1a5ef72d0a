package dev.crmmigration.toolkit.bundle;

import dev.crmmigration.toolkit.bodies.Bodies;
import dev.crmmigration.toolkit.damage.Rule;

/** Completes rows with what people wrote as HTML. */
public final class WrittenText {

    private WrittenText() {}

    /**
     * Makes HTML of a text.
     *
     * @param body the field that holds the text
     * @param format the field that says its form
     * @param html the field that gets the HTML
     */
    public static void complete(RowDraft row, String body, String format, String html) {
        Bodies.Body made = Bodies.of(row.text(body), row.text(format));
        row.put(html, made.html());
        if (made.isUnsafe()) {
            row.mend(body, Rule.HTML_UNSAFE);
        }
        if (made.wasEscaped()) {
            row.mend(body, Rule.HTML_ENTITY);
        }
    }
}
