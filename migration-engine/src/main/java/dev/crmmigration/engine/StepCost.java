package dev.crmmigration.engine;

import java.time.Duration;
import java.util.Map;

/**
 * What one step took, summed over all its calls.
 *
 * @param step such as {@code run}
 * @param calls how often it was called
 * @param time how long it took by the migration's clock, waits included
 * @param machineTime how long it took in real time; less than {@code time} where a host moves the clock
 * @param spent what it took from the account, by allowance
 * @param diskBytes the size of the workspace after it
 */
public record StepCost(
        String step, long calls, Duration time, Duration machineTime, Map<String, Long> spent, long diskBytes) {}
