package dev.crmmigration.examples.benchmarks;

/**
 * How long a server takes to answer.
 *
 * @param millis of most answers
 * @param slowMillis of every fiftieth
 */
record Latency(String name, int millis, int slowMillis) {

    /** Returns the records a second that so many calls at once cannot exceed; none if the server answers at once. */
    double ceiling(int concurrency) {
        double mean = (49.0 * millis + slowMillis) / 50;
        return mean == 0 ? Double.POSITIVE_INFINITY : concurrency * 1000 / mean;
    }
}
