package dev.crmmigration.engine.internal.document;

/** The one place where text becomes HTML. */
final class Html {

    private Html() {}

    /** Returns text that is text wherever it stands: between tags, and in attributes in double or single quotes. */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isShown(letter) ? letter : 0xFFFD);
            }
        });
        return safe.toString();
    }

    /** HTML has no way to write the other control characters, nor half a surrogate pair. */
    private static boolean isShown(int letter) {
        boolean isControl = letter < 0x20 && letter != '\n' && letter != '\t' && letter != '\r';
        return !isControl && letter != 0x7F && (letter < 0xD800 || letter > 0xDFFF);
    }

    /** Returns JSON that can stand in a script element: nothing in it ends the element or begins a comment. */
    static String inScript(String json) {
        return json.replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
