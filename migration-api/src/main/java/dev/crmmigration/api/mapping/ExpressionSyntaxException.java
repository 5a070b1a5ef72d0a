package dev.crmmigration.api.mapping;

import dev.crmmigration.api.error.MigrationException;

/** A text is not an expression. */
public final class ExpressionSyntaxException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final int position;

    /** @param position the first character that does not fit, from 0 */
    public ExpressionSyntaxException(String problem, int position) {
        super(problem + " at character " + (position + 1), null);
        this.position = position;
    }

    public int position() {
        return position;
    }
}
