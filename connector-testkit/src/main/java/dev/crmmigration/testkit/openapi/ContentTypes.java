package dev.crmmigration.testkit.openapi;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Compares content types. */
final class ContentTypes {

    static final String FORM = "application/x-www-form-urlencoded";
    static final String MULTIPART = "multipart/form-data";
    static final String JSON = "application/json";

    private ContentTypes() {}

    /** Returns a content type without its parameters, in lower case. */
    static String plain(@Nullable String contentType) {
        String type = contentType == null ? "" : contentType;
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    /** Returns the content types that a body may have. */
    static String listed(DocumentPart content) {
        return content.exists() ? String.join(", ", content.members().keySet()) : "none";
    }
}
