package dev.crmmigration.toolkit.http;

/** A text is not JSON. Its message names the place, never the content. */
public final class JsonSyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JsonSyntaxException(String problem, long place) {
        super(problem + " at character " + place);
    }
}
