package dev.crmmigration.examples.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What the figures were measured on. */
final class Machine {

    private Machine() {}

    /** Says how many processors there are, and how much everybody wants of them. */
    static String load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return String.format(
                Locale.ROOT, "%d processors, load %.1f", Runtime.getRuntime().availableProcessors(), load);
    }
}
