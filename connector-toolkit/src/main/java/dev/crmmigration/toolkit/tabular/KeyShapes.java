package dev.crmmigration.toolkit.tabular;

import java.util.HashSet;
import java.util.Set;

/** What the keys of a table look like, to tell the beginning of a row from the rest of a torn one. Not thread-safe. */
final class KeyShapes {

    private static final int MANY = 64;

    private final Set<String> shapes = new HashSet<>();
    private int shortest = Integer.MAX_VALUE;
    private int longest;

    void see(String key) {
        if (key.isBlank()) {
            return;
        }
        String text = key.strip();
        if (shapes.size() < MANY) {
            shapes.add(shape(text));
        }
        shortest = Math.min(shortest, text.length());
        longest = Math.max(longest, text.length());
    }

    boolean isEmpty() {
        return shapes.isEmpty();
    }

    /** Tells whether a text looks like the keys that were seen. */
    boolean isKey(String cell) {
        String text = cell.strip();
        if (shapes.contains(shape(text))) {
            return true;
        }
        boolean isOneWord = text.chars().noneMatch(Character::isWhitespace);
        return shapes.size() >= MANY && isOneWord && text.length() >= shortest && text.length() <= longest;
    }

    /** Runs of letters and runs of digits count once. */
    private static String shape(String text) {
        StringBuilder shape = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            char kind = Character.isLetter(character) ? 'a' : Character.isDigit(character) ? '9' : character;
            boolean goesOn =
                    (kind == 'a' || kind == '9') && shape.length() > 0 && shape.charAt(shape.length() - 1) == kind;
            if (!goesOn) {
                shape.append(kind);
            }
        }
        return shape.toString();
    }
}
