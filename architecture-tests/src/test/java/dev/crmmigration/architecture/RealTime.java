package dev.crmmigration.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;

/** The parts of the JDK that read the system's time or let it pass. */
final class RealTime {

    private static final Set<String> SYSTEM_READS = Set.of("currentTimeMillis", "nanoTime");
    private static final Set<String> CLOCK_READS = Set.of("tickMillis", "tickSeconds", "tickMinutes");
    private static final Set<String> TIMED_PARKS = Set.of("parkNanos", "parkUntil");
    private static final Set<String> TIMED_AWAITS = Set.of("awaitNanos", "awaitUntil");
    private static final Set<String> FUTURE_TIMERS = Set.of("delayedExecutor", "orTimeout", "completeOnTimeout");

    private RealTime() {}

    static DescribedPredicate<JavaAccess<?>> isRead() {
        return DescribedPredicate.describe("the system's time is read", access -> reads(access.getTarget()));
    }

    static DescribedPredicate<JavaAccess<?>> isSpent() {
        return DescribedPredicate.describe("real time is spent", access -> spends(access.getTarget()));
    }

    static DescribedPredicate<JavaClass> isAScheduler() {
        return DescribedPredicate.describe(
                "schedule",
                type -> type.isAssignableTo(ScheduledExecutorService.class) || type.isAssignableTo(Timer.class));
    }

    private static boolean reads(AccessTarget target) {
        String name = target.getName();
        boolean ofSystem = isOf(target, System.class) && SYSTEM_READS.contains(name);
        boolean ofClock = isOf(target, Clock.class) && (name.startsWith("system") || CLOCK_READS.contains(name));
        boolean ofJavaTime = target.getOwner().getPackageName().startsWith("java.time")
                && name.equals("now")
                && !takes(target, Clock.class);
        boolean ofDate = isOf(target, Date.class) && name.equals("<init>") && takesNothing(target);
        boolean ofCalendar = target.getOwner().isAssignableTo(Calendar.class)
                && (name.equals("getInstance") || (name.equals("<init>") && takesNothing(target)));
        return ofSystem || ofClock || ofJavaTime || ofDate || ofCalendar;
    }

    private static boolean spends(AccessTarget target) {
        String name = target.getName();
        boolean sleeps = (isOf(target, Thread.class) || isOf(target, TimeUnit.class)) && name.equals("sleep");
        boolean waits = name.equals("wait") && takes(target, long.class);
        boolean parks = isOf(target, LockSupport.class) && TIMED_PARKS.contains(name);
        boolean awaits = target.getOwner().isAssignableTo(Condition.class)
                && (TIMED_AWAITS.contains(name) || (name.equals("await") && takes(target, TimeUnit.class)));
        boolean delays = isOf(target, CompletableFuture.class) && FUTURE_TIMERS.contains(name);
        return sleeps || waits || parks || awaits || delays;
    }

    private static boolean isOf(AccessTarget target, Class<?> owner) {
        return target.getOwner().isEquivalentTo(owner);
    }

    private static boolean takes(AccessTarget target, Class<?> parameter) {
        return target instanceof CodeUnitAccessTarget unit
                && unit.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(parameter));
    }

    private static boolean takesNothing(AccessTarget target) {
        return target instanceof CodeUnitAccessTarget unit
                && unit.getRawParameterTypes().isEmpty();
    }
}
