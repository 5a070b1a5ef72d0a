package dev.crmmigration.engine;

import static java.util.Objects.requireNonNull;

import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.engine.internal.estimate.RateTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A table of rates that somebody else made. Nothing here knows a price; without a table none is named. */
public final class Rates {

    private final RateTable table;

    private Rates(RateTable table) {
        this.table = table;
    }

    /**
     * Reads a table.
     *
     * @param file JSON: {@code {"currency": "EUR", "rules": [{"name": "Records", "unit": "records", "each": 1000, "included":
     *     5000, "price": "4.50"}]}}
     * @throws ConfigurationException naming everything that is wrong
     */
    public static Rates read(Path file) {
        requireNonNull(file, "file");
        if (!Files.isRegularFile(file)) {
            throw new ConfigurationException("the table of rates " + file + " is not there. Check the path");
        }
        try {
            return new Rates(RateTable.read(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("the table of rates " + file + " cannot be read", e);
        }
    }

    /** Returns an estimate with its price; one that needs a plan of its own gets none. */
    public Estimate priced(Estimate estimate) {
        return estimate.records() > Estimate.MOST_RECORDS ? estimate : table.priced(estimate);
    }
}
