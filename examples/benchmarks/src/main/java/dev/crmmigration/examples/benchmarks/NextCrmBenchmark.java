package dev.crmmigration.examples.benchmarks;

import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.SourceEntry;
import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.connector.nextcrm.NextCrmSource;
import dev.crmmigration.connector.nextcrm.database.NextCrmDatabase;
import dev.crmmigration.testkit.contract.ContractContext;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;

/**
 * How fast contacts are read from NextCRM's PostgreSQL into records, beside what the database can give at all: a COPY of the
 * same table to the same client, which keeps nothing. Both take turns.
 */
public final class NextCrmBenchmark {

    private static final int TURNS = 5;

    private final PrintStream out;
    private final int contacts;

    private NextCrmBenchmark(PrintStream out, int contacts) {
        this.out = out;
        this.contacts = contacts;
    }

    /** Runs it with the number of contacts, 1,000,000 if it is not given. */
    @SuppressWarnings("SystemOut") // A program of its own that prints its figures
    public static void main(String[] arguments) {
        new NextCrmBenchmark(System.out, arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0])).run();
    }

    private void run() {
        out.println(Machine.load());
        try (NextCrmDatabase database = NextCrmDatabase.empty()) {
            database.addContacts(contacts);
            database.copyOut("crm_Contacts");
            showMemory(database);
            List<Double> copies = new ArrayList<>();
            List<Double> extractions = new ArrayList<>();
            for (int turn = 0; turn < TURNS; turn++) {
                long begun = System.nanoTime();
                database.copyOut("crm_Contacts");
                copies.add((double) (System.nanoTime() - begun));
                begun = System.nanoTime();
                extract(database);
                extractions.add((double) (System.nanoTime() - begun));
            }
            double copy = rate(copies);
            double extraction = rate(extractions);
            out.printf(Locale.ROOT, "COPY TO STDOUT     %,10.0f rows/s%n", copy);
            out.printf(Locale.ROOT, "extraction         %,10.0f rows/s, ratio %.2f%n", extraction, extraction / copy);
        }
        out.println(Machine.load());
    }

    private double rate(List<Double> turns) {
        return contacts / (Median.of(turns) / 1e9);
    }

    private void extract(NextCrmDatabase database) {
        read(database, contacts, rows -> {});
    }

    /** Not while the time is taken: what is in use shows only after a collection. */
    private void showMemory(NextCrmDatabase database) {
        List<Long> heaps = new ArrayList<>();
        long rows = read(database, Math.max(1, contacts / 4), row -> heaps.add(heap()));
        out.printf(Locale.ROOT, "%,d rows; heap after each quarter, in MB: %s%n", rows, heaps);
    }

    /** Reads all contacts, and tells the listener whenever another {@code step} of them came. */
    private static long read(NextCrmDatabase database, int step, LongConsumer listener) {
        Settings settings = Settings.of("jdbcUrl", database.jdbcUrl())
                .with("user", database.reader())
                .secret("password", database.readerPassword())
                .with("tls", "off");
        long rows = 0;
        long next = step;
        try (SourceSession session = new NextCrmSource().open(settings, ContractContext.on(SimulatorClock.system()));
                RecordCursor cursor = session.read(ReadRequest.all(ObjectType.of("contact")))) {
            for (List<SourceEntry> page = cursor.next(); !page.isEmpty(); page = cursor.next()) {
                rows += page.size();
                if (rows >= next) {
                    next += step;
                    listener.accept(rows);
                }
            }
        }
        return rows;
    }

    /** What is in use after a collection, in MB. */
    private static long heap() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }
}
