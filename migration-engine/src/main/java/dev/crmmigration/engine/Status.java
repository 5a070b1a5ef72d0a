package dev.crmmigration.engine;

import java.util.List;
import java.util.Map;

/**
 * Where a migration stands.
 *
 * @param phase the last step that was completed: {@code new}, {@code extracted}, {@code planned}, {@code approved}, {@code
 *     prepared}, {@code ran}, {@code verified}, {@code rolling back}, {@code rolled back}
 * @param next what to do next, in words
 * @param effects how many effects are in each state
 * @param steps what each step took, all its calls together
 * @param spent what was taken from the account, by allowance
 */
public record Status(
        StepResult result,
        String phase,
        String next,
        Map<String, Long> effects,
        List<StepCost> steps,
        Map<String, Long> spent)
        implements Report {}
