package dev.crmmigration.examples.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.engine.MigrationListener.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressPrinterTest {

    private final StringWriter out = new StringWriter();
    private final AtomicLong time = new AtomicLong();

    @Test
    void printsALineForEachTenth_whenNobodyLooksOn() {
        ProgressPrinter printer = new ProgressPrinter(new PrintWriter(out), false, time::get);

        for (int done = 0; done <= 1000; done++) {
            printer.progress(progress(done));
        }

        assertThat(out.toString().lines()).hasSize(11);
        assertThat(out.toString().lines().skip(1).findFirst())
                .contains("run 100/1,000 person, 12.5/s, 2 held, spent daily 5,000, ETA 1 min 12 s");
    }

    @Test
    void printsALineAfterAWhile_whenThingsGoSlowly() {
        ProgressPrinter printer = new ProgressPrinter(new PrintWriter(out), false, time::get);

        printer.progress(progress(1));
        time.addAndGet(Duration.ofSeconds(4).toNanos());
        printer.progress(progress(2));
        time.addAndGet(Duration.ofSeconds(1).toNanos());
        printer.progress(progress(3));

        assertThat(out.toString().lines()).hasSize(2);
        assertThat(out.toString()).contains("run 1/1,000", "run 3/1,000").doesNotContain("run 2/1,000");
    }

    @Test
    void drawsOneBarOverItself_whenAPersonLooksOn() {
        ProgressPrinter printer = new ProgressPrinter(new PrintWriter(out), true, time::get);

        printer.progress(progress(500));
        printer.progress(progress(501));
        printer.progress(progress(1000));
        printer.end();

        assertThat(out.toString())
                .startsWith("\r[############............] run 500/1,000 person")
                .contains("\r[########################] run 1,000/1,000 person")
                .doesNotContain("501")
                .doesNotContain("\n")
                .endsWith(" \r");
    }

    @Test
    void putsMessagesOnLinesOfTheirOwn() {
        ProgressPrinter printer = new ProgressPrinter(new PrintWriter(out), true, time::get);

        printer.progress(progress(500));
        printer.message("person is closed");

        assertThat(out.toString()).endsWith(" \rperson is closed" + System.lineSeparator());
    }

    private static Progress progress(long done) {
        return new Progress(
                "run", "person", done, 1000, 2, 0, 12.5, Optional.of(Duration.ofSeconds(72)), Map.of("daily", 5000L));
    }
}
