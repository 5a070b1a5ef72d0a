package dev.crmmigration.engine.internal.estimate;

import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.Destination;
import dev.crmmigration.api.source.UsualTime;
import dev.crmmigration.engine.Estimate.Budget;
import dev.crmmigration.engine.Estimate.Usual;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Tells whether the budget of an account allows the time that people are told, and what would make it do so. */
final class Reach {

    /** The setting by which connectors are told what an account pays for; not every destination has it. */
    private static final String SEATS = "seats";

    private static final int MOST_SEATS = 1_000;

    private final Destination destination;
    private final Settings settings;
    private final Function<Settings, Duration> needed;

    /** @param needed returns the time that run, verification and rollback take with other settings */
    Reach(Destination destination, Settings settings, Function<Settings, Duration> needed) {
        this.destination = destination;
        this.settings = settings;
        this.needed = needed;
    }

    Optional<Usual> of(Optional<UsualTime> usual, List<Budget> budgets, Duration time) {
        return usual.map(told -> {
            boolean reachable = time.compareTo(told.longest()) <= 0;
            return new Usual(told.shortest(), told.longest(), reachable, means(told, budgets, time));
        });
    }

    private List<String> means(UsualTime told, List<Budget> budgets, Duration time) {
        Duration wanted = time.compareTo(told.longest()) > 0 ? told.longest() : told.shortest();
        if (time.compareTo(wanted) <= 0) {
            return List.of();
        }
        List<String> means = new ArrayList<>();
        seats(wanted).ifPresent(seats -> means.add(seats + " seats would do for " + words(wanted)));
        budgets.forEach(budget -> {
            long days = Math.max(1, wanted.toDays());
            long all = budget.run() + budget.verify() + budget.rollback();
            long daily = (all + days - 1) / days;
            if (budget.days() > 0 && daily > budget.units()) {
                means.add(daily + " units of '" + budget.allowance() + "' a day would do for " + words(wanted)
                        + ", where " + budget.units() + " are allowed: a higher plan, more seats or a top-up");
            }
        });
        return means;
    }

    private OptionalInt seats(Duration wanted) {
        if (destination.settings().stream().noneMatch(setting -> setting.name().equals(SEATS))) {
            return OptionalInt.empty();
        }
        int now = Integer.parseInt(settings.get(SEATS).orElse("1"));
        int low = now;
        int high = MOST_SEATS;
        if (low >= high || !fits(high, wanted)) {
            return OptionalInt.empty();
        }
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (fits(middle, wanted)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return OptionalInt.of(high);
    }

    private boolean fits(int seats, Duration wanted) {
        return needed.apply(settings.with(SEATS, String.valueOf(seats))).compareTo(wanted) <= 0;
    }

    private static String words(Duration time) {
        return time.toDays() % 7 == 0 && time.toDays() > 0 ? time.toDays() / 7 + " week(s)" : time.toHours() + " hours";
    }
}
