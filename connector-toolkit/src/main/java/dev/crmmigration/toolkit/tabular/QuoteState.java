package dev.crmmigration.toolkit.tabular;

/** Follows the quotes of a record, line by line, to find where it ends. Not thread-safe. */
final class QuoteState {

    private static final int CELL_START = 0;
    private static final int BARE = 1;
    private static final int QUOTED = 2;
    private static final int AFTER_QUOTE = 3;
    private static final int WRONG = 4;

    private final char delimiter;
    private int state = CELL_START;
    private int length;
    private int opened = -1;

    QuoteState(char delimiter) {
        this.delimiter = delimiter;
    }

    /** Goes on over a line with its line end. */
    void see(String line) {
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            boolean isStart = state == CELL_START;
            state = next(character);
            if (isStart && state == QUOTED) {
                opened = length + i;
            }
        }
        length += line.length();
    }

    private int next(char character) {
        return switch (state) {
            case CELL_START -> character == '"' ? QUOTED : bare(character);
            case BARE -> bare(character);
            case QUOTED -> character == '"' ? AFTER_QUOTE : QUOTED;
            case AFTER_QUOTE -> afterQuote(character);
            default -> WRONG;
        };
    }

    private int bare(char character) {
        return character == delimiter ? CELL_START : BARE;
    }

    private int afterQuote(char character) {
        if (character == '"') {
            return QUOTED;
        }
        if (character == delimiter) {
            return CELL_START;
        }
        return character == '\r' || character == '\n' ? AFTER_QUOTE : WRONG;
    }

    /** Tells whether a quote is open, so that the record goes on in the next line. */
    boolean isOpen() {
        return state == QUOTED;
    }

    /** Tells whether text follows a closing quote. */
    boolean isWrong() {
        return state == WRONG;
    }

    /** Returns the position of the last quote that opened a cell. */
    int opened() {
        return opened;
    }

    int length() {
        return length;
    }
}
