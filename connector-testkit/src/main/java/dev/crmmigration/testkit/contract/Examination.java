package dev.crmmigration.testkit.contract;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Tries all rules on one account, as tests of JUnit. */
final class Examination implements AutoCloseable {

    private final ContractAccount account;
    private final boolean checksAll;
    private final @Nullable Probe probe;
    private final @Nullable RuntimeException failure;

    private Examination(
            ContractAccount account,
            boolean checksAll,
            @Nullable Probe probe,
            @Nullable RuntimeException failure) {
        this.account = account;
        this.checksAll = checksAll;
        this.probe = probe;
        this.failure = failure;
    }

    /**
     * Opens an account.
     *
     * @param checksAll whether a check that cannot be made fails
     */
    static Examination of(ContractAccount account, boolean checksAll) {
        try {
            return new Examination(account, checksAll, Probe.open(account), null);
        } catch (RuntimeException e) {
            return new Examination(account, checksAll, null, e);
        }
    }

    /** Returns the rules; an account that cannot be opened fails the first one, and has no others. */
    Stream<DynamicNode> nodes() {
        Probe open = probe;
        if (open == null) {
            Rule first = DestinationRules.ALL.get(0);
            return Stream.of(DynamicTest.dynamicTest(first.id() + " " + first.promise(), () -> {
                throw broken(first, "account", "the account cannot be opened: " + failure, failure);
            }));
        }
        return DestinationRules.ALL.stream()
                .map(rule -> DynamicContainer.dynamicContainer(
                        rule.id() + " " + rule.promise(),
                        rule.cases().apply(open).stream().map(each -> test(open, rule, each))));
    }

    private DynamicTest test(Probe probe, Rule rule, Rule.Case each) {
        return DynamicTest.dynamicTest(each.name(), () -> {
            try {
                each.check().run();
            } catch (NotCheckableException e) {
                throw checksAll
                        ? broken(rule, each.name(), "it cannot be checked: " + e.getMessage(), e)
                        : new TestAbortedException(rule.id() + " " + each.name() + ": " + e.getMessage(), e);
            } catch (RuleBrokenException e) {
                throw broken(rule, each.name(), e.getMessage(), e);
            } catch (RuntimeException e) {
                throw broken(rule, each.name(), "the connector threw " + e, e);
            } finally {
                probe.tidy();
            }
        });
    }

    private static AssertionFailedError broken(
            Rule rule, String where, @Nullable String what, @Nullable Throwable cause) {
        return new AssertionFailedError(
                rule.id() + " " + where + ": " + what + "\nRule " + rule.id() + ": " + rule.promise(), cause);
    }

    @Override
    public void close() {
        if (probe != null) {
            probe.close();
        }
        account.close();
    }
}
