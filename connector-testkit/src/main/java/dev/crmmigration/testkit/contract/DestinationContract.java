package dev.crmmigration.testkit.contract;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The conformance suite of destinations: extend it, say on which account, run it. {@code RULES.md} of this module lists
 * the rules; a failure names the rule and the object, never a value.
 *
 * <p>What cannot be checked is reported as skipped, with the reason: a hook that the account lacks, or a rule that has to
 * hold first.
 */
public abstract class DestinationContract {

    /** Opens the account; the kit closes it after the last rule. */
    protected abstract ContractAccount account();

    /**
     * Whether a check that cannot be made fails instead of being skipped: for a simulator with all hooks, on which nothing
     * may stay unchecked.
     */
    protected boolean checksAll() {
        return false;
    }

    /** Returns the file that gets what came of every rule, as JSON; empty writes none. */
    protected Optional<Path> report() {
        return Optional.of(Path.of("target", "conformance", getClass().getSimpleName() + ".json"));
    }

    /** One container for every rule, in it one test for every object or sample. */
    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD)
    final Stream<DynamicNode> rules() {
        ContractAccount account = account();
        ConformanceReport report = new ConformanceReport(
                "DestinationContract", account.destination().platform(), DestinationRules.ALL, report());
        Examination<Probe> examination =
                Examination.of(DestinationRules.ALL, () -> Probe.open(account), checksAll(), report);
        return examination.nodes().onClose(examination::close).onClose(account::close);
    }
}
