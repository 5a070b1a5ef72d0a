package dev.crmmigration.examples.cli.crash;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Adds up what the crash suite did and found, and says it in one line when all its classes have ended. */
final class Tally implements BeforeAllCallback, AutoCloseable {

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(Tally.class);

    private static final AtomicLong kills = new AtomicLong();
    private static final AtomicLong faults = new AtomicLong();
    private static final AtomicLong effects = new AtomicLong();
    private static final AtomicLong duplicates = new AtomicLong();
    private static final AtomicLong lost = new AtomicLong();

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(HERE).computeIfAbsent(Tally.class, key -> this);
    }

    static void killed() {
        kills.incrementAndGet();
    }

    static void failed(long times) {
        faults.addAndGet(times);
    }

    static void compared(Truth truth, Truth expected) {
        effects.addAndGet(expected.count());
        duplicates.addAndGet(truth.duplicates(expected));
        lost.addAndGet(truth.lost(expected));
    }

    /** For whoever looks on: tests have no other way to speak while they succeed. */
    static void say(String line) {
        System.out.println("crash suite: " + line);
    }

    @Override
    public void close() {
        say("kills " + kills + ", faults " + faults + ", effects checked " + effects + ", duplicates " + duplicates
                + ", lost " + lost);
    }
}
