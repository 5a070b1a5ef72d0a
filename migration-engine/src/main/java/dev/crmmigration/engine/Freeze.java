package dev.crmmigration.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * From when on the source must not change.
 *
 * @param by who has said so
 * @param at the moment; the last delta takes only what was taken from the source after it
 * @param replaces the moment of an earlier freeze, which counts no more
 * @param checklist what a person sees to now, in order
 */
public record Freeze(StepResult result, String by, Instant at, Optional<Instant> replaces, List<String> checklist)
        implements Report {}
