package dev.crmmigration.testkit.contract;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The conformance suite of sources: extend it, say on which export or account, run it. {@code RULES.md} of this module
 * lists the rules; a failure names the rule and the object, never a value.
 *
 * <p>What cannot be checked is reported as skipped, with the reason: a hook that the source's test lacks, or a rule that
 * has to hold first.
 */
public abstract class SourceContract {

    /** Opens the export or account; the kit closes it after the last rule. */
    protected abstract ContractSource source();

    /** Whether a check that cannot be made fails instead of being skipped: where every hook is there. */
    protected boolean checksAll() {
        return false;
    }

    /** Returns the file that gets what came of every rule, as JSON; empty writes none. */
    protected Optional<Path> report() {
        return Optional.of(Path.of("target", "conformance", getClass().getSimpleName() + ".json"));
    }

    /** One container for every rule, in it one test for every object. */
    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD)
    final Stream<DynamicNode> rules() {
        ContractSource source = source();
        ConformanceReport report =
                new ConformanceReport("SourceContract", source.source().platform(), SourceRules.ALL, report());
        Examination<SourceProbe> examination =
                Examination.of(SourceRules.ALL, () -> SourceProbe.open(source), checksAll(), report);
        return examination.nodes().onClose(examination::close).onClose(source::close);
    }
}
