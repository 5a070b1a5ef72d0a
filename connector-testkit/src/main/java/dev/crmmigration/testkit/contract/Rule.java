package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.catalog.ObjectDescription;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One promise of a connector. {@code RULES.md} lists them all.
 *
 * @param <P> what it is tried on
 * @param id such as {@code D12}
 * @param promise what must be true
 * @param cases what to try: an object or a sample each
 */
record Rule<P>(String id, String promise, Function<P, List<Case>> cases) {

    /**
     * One try.
     *
     * @param name the object, or {@code account}
     */
    record Case(String name, Runnable check) {}

    static <P> Rule<P> ofAccount(String id, String promise, Consumer<P> check) {
        return new Rule<>(id, promise, probe -> List.of(new Case("account", () -> check.accept(probe))));
    }

    /** A rule about objects: tried with the first sample of each to which it applies. */
    static Rule<Probe> ofObjects(
            String id, String promise, Predicate<ObjectDescription> applies, BiConsumer<Probe, Sample> check) {
        return new Rule<>(id, promise, probe -> {
            probe.prepare();
            return probe.catalog().objects().stream()
                    .filter(applies)
                    .map(object -> probe.sample(object.type()))
                    .flatMap(Optional::stream)
                    .map(sample -> probing(probe, sample, check))
                    .toList();
        });
    }

    /** A rule about fields: tried with every sample of the objects to which it applies. */
    static Rule<Probe> ofSamples(
            String id, String promise, Predicate<ObjectDescription> applies, BiConsumer<Probe, Sample> check) {
        return new Rule<>(id, promise, probe -> {
            probe.prepare();
            return probe.samples().stream()
                    .filter(sample -> probe.catalog()
                            .object(sample.type())
                            .filter(applies)
                            .isPresent())
                    .map(sample -> probing(probe, sample, check))
                    .toList();
        });
    }

    /** A rule about updates: tried with every sample that changes something. */
    static Rule<Probe> ofChanges(
            String id, String promise, Predicate<ObjectDescription> applies, BiConsumer<Probe, Sample> check) {
        return new Rule<>(id, promise, probe -> {
            probe.prepare();
            return probe.samples().stream()
                    .filter(sample -> !sample.changes().isEmpty())
                    .filter(sample -> probe.catalog()
                            .object(sample.type())
                            .filter(CatalogRules::isChangeable)
                            .filter(applies)
                            .isPresent())
                    .map(sample -> probing(probe, sample, check))
                    .toList();
        });
    }

    private static Case probing(Probe probe, Sample sample, BiConsumer<Probe, Sample> check) {
        return new Case(sample.type().name(), () -> check.accept(probe, sample));
    }

    /** Ends a check that finds the rule broken. */
    static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new RuleBrokenException(otherwise);
        }
    }
}
