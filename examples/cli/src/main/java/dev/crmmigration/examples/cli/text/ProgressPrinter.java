package dev.crmmigration.examples.cli.text;

import dev.crmmigration.engine.MigrationListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows how a step goes on: a live bar on a terminal, elsewhere a line every few seconds. Used by the thread of the step.
 */
public final class ProgressPrinter implements MigrationListener {

    private static final int BAR = 24;
    private static final int WIDTH = 110;
    private static final long REDRAW = Duration.ofMillis(100).toNanos();
    private static final long NEXT_LINE = Duration.ofSeconds(5).toNanos();

    private final PrintWriter out;
    private final boolean live;
    private final LongSupplier nanoTime;
    private String shown = "";
    private String step = "";
    private long shownAt;
    private int tenth;

    /**
     * @param live whether the text ends up on a terminal
     * @param nanoTime real time for the pace of the output, as {@link System#nanoTime}
     */
    public ProgressPrinter(PrintWriter out, boolean live, LongSupplier nanoTime) {
        this.out = out;
        this.live = live;
        this.nanoTime = nanoTime;
    }

    @Override
    public void progress(Progress progress) {
        if (live) {
            bar(progress);
        } else if (isWorthALine(progress)) {
            shownAt = nanoTime.getAsLong();
            out.println(text(progress));
            out.flush();
        }
    }

    @Override
    public void message(String text) {
        erase();
        out.println(text);
        out.flush();
    }

    /** Takes the bar away, so that the report starts on a line of its own. */
    public void end() {
        erase();
        out.flush();
        step = "";
    }

    private void bar(Progress progress) {
        long now = nanoTime.getAsLong();
        boolean isDone = progress.total() > 0 && progress.done() >= progress.total();
        if (!shown.isEmpty() && now - shownAt < REDRAW && !isDone) {
            return;
        }
        shownAt = now;
        int filled = (int) Math.min(BAR, share(progress, BAR));
        String line = "[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] " + text(progress);
        String cut = line.length() <= WIDTH ? line : line.substring(0, WIDTH);
        out.print("\r" + cut + " ".repeat(Math.max(0, shown.length() - cut.length())));
        out.flush();
        shown = cut;
    }

    private void erase() {
        if (!shown.isEmpty()) {
            out.print("\r" + " ".repeat(shown.length()) + "\r");
            shown = "";
        }
    }

    /** Another tenth is done, or some time has passed; a quick step so gives ten lines at most. */
    private boolean isWorthALine(Progress progress) {
        int reached = (int) share(progress, 10);
        boolean isNew = !progress.step().equals(step);
        boolean isDue = nanoTime.getAsLong() - shownAt >= NEXT_LINE;
        if (!isNew && reached <= tenth && !isDue) {
            return false;
        }
        step = progress.step();
        tenth = reached;
        return true;
    }

    private static long share(Progress progress, int parts) {
        return progress.total() <= 0 ? 0 : progress.done() * parts / progress.total();
    }

    private static String text(Progress progress) {
        StringBuilder text = new StringBuilder();
        text.append(progress.step()).append(' ').append(Words.number(progress.done()));
        if (progress.total() > 0) {
            text.append('/').append(Words.number(progress.total()));
        }
        if (!progress.object().isEmpty()) {
            text.append(' ').append(progress.object());
        }
        if (progress.perSecond() > 0) {
            text.append(String.format(Locale.ROOT, ", %.1f/s", progress.perSecond()));
        }
        append(text, progress.waiting(), "held");
        append(text, progress.failed(), "failed");
        String spent = Words.amounts(progress.spent());
        if (!spent.isEmpty()) {
            text.append(", spent ").append(spent);
        }
        progress.remaining().ifPresent(left -> text.append(", ETA ").append(Words.duration(left)));
        return text.toString();
    }

    private static void append(StringBuilder text, long number, String what) {
        if (number > 0) {
            text.append(", ").append(Words.number(number)).append(' ').append(what);
        }
    }
}
