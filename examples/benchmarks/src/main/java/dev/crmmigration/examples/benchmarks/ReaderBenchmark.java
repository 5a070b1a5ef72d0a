package dev.crmmigration.examples.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.crmmigration.toolkit.cells.Kind;
import dev.crmmigration.toolkit.cells.ReadingOptions;
import dev.crmmigration.toolkit.tabular.Column;
import dev.crmmigration.toolkit.tabular.ExportFolder;
import dev.crmmigration.toolkit.tabular.TableSpec;
import dev.crmmigration.toolkit.tabular.TabularExport;
import dev.crmmigration.toolkit.tabular.TabularFile;
import dev.crmmigration.toolkit.tabular.TabularReader;
import dev.crmmigration.toolkit.tabular.TabularRow;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How fast a clean export is read: recognised, typed and checked, beside its parser alone. */
public final class ReaderBenchmark {

    private static final TableSpec SPEC = TableSpec.of(
            "clients",
            Column.of(Kind.ID, "client_id"),
            Column.of(Kind.EMAIL, "email"),
            Column.of(Kind.TEXT, "first_name"),
            Column.of(Kind.TEXT, "last_name"),
            Column.of(Kind.TEXT, "company"),
            Column.of(Kind.PHONE, "phone"),
            Column.of(Kind.TEXT, "city"),
            Column.of(Kind.POSTCODE, "postal_code").related("country"),
            Column.of(Kind.COUNTRY, "country"),
            Column.choice("status", "lead", "active", "archived"),
            Column.of(Kind.LIST, "tags"),
            Column.of(Kind.MONEY, "fee"),
            Column.of(Kind.DATE, "born_on"),
            Column.of(Kind.MOMENT, "created_at"),
            Column.of(Kind.LONG_TEXT, "notes"));

    private ReaderBenchmark() {}

    /**
     * Reads one file with the reader and with the parser alone.
     *
     * @param arguments megabytes, 200; turns of each side, 5
     */
    public static void main(String[] arguments) throws IOException {
        long megabytes = arguments.length > 0 ? Long.parseLong(arguments[0]) : 200;
        int turns = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Path folder = Files.createTempDirectory("reader");
        Path file = folder.resolve("clients.csv");
        try {
            long rows = write(file, megabytes * 1_000_000);
            System.out.println(megabytes + " MB, " + rows + " rows of 15 columns; " + Machine.load());
            measure(folder, file, rows, turns);
            System.out.println(Machine.load());
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private static void measure(Path folder, Path file, long rows, int turns) throws IOException {
        List<Double> parser = new ArrayList<>();
        List<Double> raw = new ArrayList<>();
        List<Double> typed = new ArrayList<>();
        List<Double> rawWork = new ArrayList<>();
        List<Double> typedWork = new ArrayList<>();
        for (int i = -2; i < turns; i++) {
            Took alone = took(() -> parse(file), rows);
            Took asTable = took(() -> read(folder), rows);
            Took asText = took(() -> readRaw(folder), rows);
            if (i >= 0) {
                parser.add(alone.seconds());
                typed.add(alone.seconds() / asTable.seconds());
                raw.add(alone.seconds() / asText.seconds());
                typedWork.add(alone.work() / asTable.work());
                rawWork.add(alone.work() / asText.work());
            }
        }
        System.out.printf(Locale.ROOT, "parser alone: %.2f s (median of %d turns)%n", Median.of(parser), turns);
        print("every cell typed and checked", typed, typedWork);
        print("cells as they stand", raw, rawWork);
    }

    private static void print(String what, List<Double> speed, List<Double> work) {
        System.out.printf(
                Locale.ROOT,
                "reader, %s: %.2f of its speed, %.2f by processor time%n",
                what,
                Median.of(speed),
                Median.of(work));
    }

    /**
     * How long a pass took.
     *
     * @param seconds by the clock
     * @param work seconds of the processor, which other programs do not lengthen
     */
    private record Took(double seconds, double work) {}

    /** Reads all rows and counts them. */
    private interface Pass {
        long run() throws IOException;
    }

    private static Took took(Pass pass, long rows) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long workStart = threads.getCurrentThreadCpuTime();
        long read = pass.run();
        if (read != rows) {
            throw new IllegalStateException("read " + read + " rows instead of " + rows);
        }
        double work = (threads.getCurrentThreadCpuTime() - workStart) / 1e9;
        return new Took((System.nanoTime() - start) / 1e9, work);
    }

    private static long parse(Path file) throws IOException {
        long count = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            for (CsvRecord record : reader) {
                count += record.getFieldCount() == 15 ? 1 : 0;
            }
        }
        return count - 1;
    }

    /** Reads a folder of clients, every cell typed and checked; returns how many rows are whole. */
    static long read(Path folder) {
        TabularExport export = TabularExport.open(
                ExportFolder.open("export", folder.toString()),
                List.of(SPEC),
                ReadingOptions.NONE.zone(ZoneOffset.UTC));
        return count(export.tables("clients").get(0).read());
    }

    private static long readRaw(Path folder) {
        ExportFolder export = ExportFolder.open("export", folder.toString());
        return count(TabularFile.open(export, "clients.csv").read());
    }

    private static long count(TabularReader reader) {
        long count = 0;
        try (reader) {
            for (TabularRow row = reader.next(); row != null; row = reader.next()) {
                count += row.match(data -> data.mends().isEmpty() ? 1 : 0, broken -> 0);
            }
        }
        return count;
    }

    /** Writes clients until there are so many bytes; returns how many rows. */
    static long write(Path file, long bytes) throws IOException {
        long rows = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            String header =
                    "client_id,email,first_name,last_name,company,phone,city,postal_code,country,status,tags,fee,"
                            + "born_on,created_at,notes\r\n";
            out.write(header);
            for (long size = header.length(); size < bytes; rows++) {
                String row = row(rows);
                out.write(row);
                size += row.length();
            }
        }
        return rows;
    }

    private static String row(long i) {
        String name = i % 7 == 0 ? "Zoë" : "Anna";
        String note = i % 10 < 3
                ? "\"Met at the fair,\nwants a \"\"plan\"\"" + "; called back twice.\""
                : "Came by herself; likes tea.";
        return "cli_" + (100_000 + i) + ",person" + i + "@example.com," + name + ",Miller" + i % 1000 + ",\"Company "
                + i % 5000
                + ", Inc.\",+49301" + (1_000_000 + i) + ",Springfield," + (10_000 + i % 90_000) + ",DE,"
                + (i % 3 == 0 ? "lead" : "active") + ",vip;newsletter," + i % 5000 + "." + (10 + i % 90) + ",19"
                + (50 + i % 50) + "-0" + (1 + i % 9) + "-1" + i % 10 + ",2025-0" + (1 + i % 9) + "-1" + i % 10 + "T08:1"
                + i % 10 + ":00Z," + note + "\r\n";
    }
}
