package dev.crmmigration.toolkit.tabular;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The records below the header: fast while nothing is wrong, carefully from the first record that is. A record is given out
 * when the one after it was seen, as what follows may belong to it. Not thread-safe.
 */
final class Records implements RecordStream {

    private static final int BUFFER = 1 << 16;

    private final TabularFile file;
    private final RowCheck check;
    private final GuessedLines guessed = new GuessedLines();
    private final int width;
    private @Nullable FastRecords fast;
    private @Nullable CarefulRecords careful;
    private @Nullable Rec held;
    private boolean headerRead;

    Records(TabularFile file, RowCheck check) {
        this.file = file;
        this.check = check;
        this.width = file.width();
    }

    @Override
    public @Nullable Rec next() throws IOException {
        while (careful == null) {
            FastRecords open = open();
            Rec next = open.next();
            Rec before = held;
            if (next != null && next.isBlank()) {
                continue;
            }
            if (next != null && isOdd(open, next)) {
                startOver(before == null ? next.line() : before.line());
                continue;
            }
            held = next;
            if (before != null || next == null) {
                return before;
            }
        }
        return careful.next();
    }

    private FastRecords open() throws IOException {
        FastRecords open = fast;
        if (open == null) {
            long skipped = file.headerLine() - 1;
            open = new FastRecords(
                    text(skipped),
                    file.dialect().delimiter(),
                    skipped,
                    file.textEncoding().clean());
            fast = open;
        }
        if (!headerRead) {
            headerRead = true;
            open.next();
        }
        return open;
    }

    private boolean isOdd(FastRecords from, Rec rec) {
        int cells = rec.cells().size();
        boolean isOdd = rec.problem() != null || cells < width || from.isDoubtful();
        return isOdd || (cells > width && !(rec.isBlankFrom(width) && check.fits(rec.cells())));
    }

    private void startOver(long line) throws IOException {
        if (fast != null) {
            fast.close();
        }
        held = null;
        guessed.take(0, Long.MAX_VALUE);
        careful = new CarefulRecords(
                new PhysicalLines(text(line - 1), line - 1),
                file.dialect().delimiter(),
                width,
                check,
                file.keyShapes());
    }

    private Reader text(long skipped) throws IOException {
        Reader raw = file.text(guessed);
        if (skipped == 0 && careful == null && fast == null) {
            return raw;
        }
        BufferedReader text = new BufferedReader(raw, BUFFER);
        try {
            LineSkipper.skip(text, skipped);
        } catch (IOException e) {
            text.close();
            throw e;
        }
        return text;
    }

    @Override
    public boolean isGuessed(Rec rec) {
        if (guessed.isEmpty()) {
            return false;
        }
        long breaks = rec.cells().stream()
                .mapToLong(cell ->
                        cell.chars().filter(character -> character == '\n').count())
                .sum();
        return guessed.take(rec.line(), rec.line() + breaks + 1);
    }

    @Override
    public boolean isLast() throws IOException {
        return careful != null && careful.isAtEnd();
    }

    @Override
    public void close() throws IOException {
        if (fast != null) {
            fast.close();
        }
        if (careful != null) {
            careful.close();
        }
    }
}
