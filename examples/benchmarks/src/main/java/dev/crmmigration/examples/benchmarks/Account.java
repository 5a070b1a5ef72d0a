package dev.crmmigration.examples.benchmarks;

import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;

/** Where the records of a benchmark go. Used by several threads. */
interface Account extends RecordReader, AutoCloseable {

    /** Creates a record and says what became of it. */
    WriteOutcome create(Write.Create create);

    @Override
    void close();
}
