package dev.crmmigration.examples.cli.nextcrm;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.Supplier;

/** Says how long each step took, by the clock on the wall and in processor time of this process. Not thread-safe. */
final class StepTimes {

    private final String about;

    StepTimes(String about) {
        this.about = about;
    }

    <T> T of(String step, Supplier<T> work) {
        long began = System.nanoTime();
        long used = processorTime();
        T result = work.get();
        // For whoever looks on: tests have no other way to speak while they succeed
        System.out.println(about + ": " + step + " "
                + Duration.ofNanos(System.nanoTime() - began).toSeconds() + " s, processor time "
                + Duration.ofNanos(processorTime() - used).toSeconds() + " s");
        return result;
    }

    private static long processorTime() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }
}
