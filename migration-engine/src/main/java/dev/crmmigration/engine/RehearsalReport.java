package dev.crmmigration.engine;

import dev.crmmigration.engine.RunReport.MappingCounts;
import dev.crmmigration.engine.RunReport.ReasonCount;
import dev.crmmigration.engine.Status.Mark;
import java.util.List;
import java.util.Optional;

/**
 * What became of the whole plan in another account.
 *
 * @param fingerprint the approved plan that was rehearsed
 * @param account where
 * @param notes how that account differs from the real one, as far as it could not be made like it
 * @param mappings what became of everything that is owed
 * @param held what would wait, by mapping and reason
 * @param failed what would be refused, by mapping and reason
 * @param first the first hundred of both
 * @param closed whether the verification closed: nothing missing, nothing different
 * @param differences the first hundred differences that it found
 * @param accepted who has accepted it, and when; empty while nobody has
 */
public record RehearsalReport(
        StepResult result,
        String fingerprint,
        String account,
        List<String> notes,
        List<MappingCounts> mappings,
        List<ReasonCount> held,
        List<ReasonCount> failed,
        List<RunReport.Ended> first,
        boolean closed,
        List<Reconciliation.Difference> differences,
        Optional<Mark> accepted)
        implements Report {}
