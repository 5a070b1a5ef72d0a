package dev.crmmigration.examples.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What the process lends to the commands, so that tests can lend something else.
 *
 * @param out where results go
 * @param err where progress and complaints go
 * @param environment the environment variables
 * @param interactive whether a person looks on
 * @param nanoTime real time for the pace of progress lines
 * @param interruption ends what is running
 */
record Host(
        PrintWriter out,
        PrintWriter err,
        Map<String, String> environment,
        boolean interactive,
        LongSupplier nanoTime,
        Interruption interruption) {

    /** Names nothing of the environment, which holds tokens. */
    @Override
    public String toString() {
        return "Host[interactive=" + interactive + "]";
    }
}
