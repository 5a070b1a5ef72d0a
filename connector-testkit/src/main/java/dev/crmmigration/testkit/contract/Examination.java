package dev.crmmigration.testkit.contract;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Tries all rules on one account or source, as tests of JUnit, and reports what came of it. */
final class Examination<P extends Trial> implements AutoCloseable {

    private final List<Rule<P>> rules;
    private final boolean checksAll;
    private final ConformanceReport report;
    private final @Nullable P trial;
    private final @Nullable RuntimeException failure;

    private Examination(
            List<Rule<P>> rules,
            boolean checksAll,
            ConformanceReport report,
            @Nullable P trial,
            @Nullable RuntimeException failure) {
        this.rules = rules;
        this.checksAll = checksAll;
        this.report = report;
        this.trial = trial;
        this.failure = failure;
    }

    /**
     * Opens what the rules are tried on.
     *
     * @param checksAll whether a check that cannot be made fails
     */
    static <P extends Trial> Examination<P> of(
            List<Rule<P>> rules, Supplier<P> opener, boolean checksAll, ConformanceReport report) {
        try {
            return new Examination<>(rules, checksAll, report, opener.get(), null);
        } catch (RuntimeException e) {
            return new Examination<>(rules, checksAll, report, null, e);
        }
    }

    /** Returns the rules; what cannot be opened fails the first one, and has no others. */
    Stream<DynamicNode> nodes() {
        P open = trial;
        if (open == null) {
            Rule<P> first = rules.get(0);
            return Stream.of(DynamicTest.dynamicTest(first.id() + " " + first.promise(), () -> {
                throw broken(first, "account", "it cannot be opened: " + failure, failure);
            }));
        }
        return rules.stream()
                .map(rule -> DynamicContainer.dynamicContainer(
                        rule.id() + " " + rule.promise(),
                        rule.cases().apply(open).stream().map(each -> test(open, rule, each))));
    }

    private DynamicTest test(P open, Rule<P> rule, Rule.Case each) {
        return DynamicTest.dynamicTest(each.name(), () -> {
            try {
                each.check().run();
                report.held(rule, each.name());
            } catch (NotCheckableException e) {
                throw unchecked(rule, each.name(), e);
            } catch (RuleBrokenException e) {
                throw broken(rule, each.name(), e.getMessage(), e);
            } catch (RuntimeException e) {
                throw broken(rule, each.name(), "the connector threw " + e, e);
            } finally {
                open.tidy();
            }
        });
    }

    private RuntimeException unchecked(Rule<P> rule, String where, NotCheckableException reason) {
        if (checksAll) {
            throw broken(rule, where, "it cannot be checked: " + reason.getMessage(), reason);
        }
        report.notChecked(rule, where, String.valueOf(reason.getMessage()));
        return new TestAbortedException(rule.id() + " " + where + ": " + reason.getMessage(), reason);
    }

    private AssertionFailedError broken(Rule<P> rule, String where, @Nullable String what, @Nullable Throwable cause) {
        report.broken(rule, where, String.valueOf(what));
        return new AssertionFailedError(
                rule.id() + " " + where + ": " + what + "\nRule " + rule.id() + ": " + rule.promise(), cause);
    }

    @Override
    public void close() {
        if (trial != null) {
            trial.close();
        }
        report.write();
    }
}
