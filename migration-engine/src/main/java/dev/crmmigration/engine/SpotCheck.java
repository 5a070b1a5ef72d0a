package dev.crmmigration.engine;

import java.util.List;

/**
 * Records drawn at random out of those that were written, read back and compared field by field, for a person to look at. It
 * holds values of records, so it stays in the workspace.
 *
 * @param seed what they were drawn by: the same seed draws the same records of the same run
 * @param population out of how many they were drawn
 * @param records the records, field by field
 */
public record SpotCheck(StepResult result, long seed, long population, List<SampleReport.SampleRecord> records)
        implements Report {}
