package dev.crmmigration.engine.internal.budget;

import dev.crmmigration.api.budget.Allowance;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An allowance that is full again when the server's day turns. */
final class DailyAllowance implements Window {

    /** How far our estimate of the server's clock may be behind: calls that recent may be counted on the next day. */
    private static final Duration UNCERTAIN = Duration.ofSeconds(10);

    private final ServerClock server;
    private final RollingWindow recent = new RollingWindow(UNCERTAIN);
    private Allowance allowance;
    private LocalDate day;
    private Instant begun;
    private Instant ends;
    private long spent;
    private long spentByUs;
    private @Nullable Spent restored;

    DailyAllowance(Allowance allowance, ServerClock server, Instant now) {
        this.allowance = allowance;
        this.server = server;
        this.day = dayOf(server.at(now));
        this.begun = midnight(day);
        this.ends = midnight(day.plusDays(1));
    }

    @Override
    public Allowance allowance() {
        return allowance;
    }

    @Override
    public void redeclare(Allowance next) {
        allowance = next;
    }

    /** Returns the day that the present count belongs to. */
    LocalDate day(Instant now) {
        turn(now);
        return day;
    }

    @Override
    public long spent(Instant now) {
        turn(now);
        return spent;
    }

    @Override
    public Instant freeAt(long units, Instant now) {
        return spent(now) + units <= allowance.units() ? now : server.toOurs(ends);
    }

    @Override
    public void begin(long units, Instant now) {
        turn(now);
        spent += units;
        spentByUs += units;
        recent.begin(units);
    }

    @Override
    public void settle(long units, Instant now) {
        turn(now);
        recent.settle(units, server.at(now));
    }

    @Override
    public void learn(long remaining, Optional<Instant> resetsAt, Instant serverTime, Instant now) {
        turn(now);
        if (serverTime.isBefore(begun)) {
            return;
        }
        if (remaining < remaining(now)) {
            spent = allowance.units() - remaining;
        }
        resetsAt.filter(moment -> moment.isAfter(serverTime)).ifPresent(moment -> ends = moment);
    }

    @Override
    public Optional<Instant> resetsAt(Instant now) {
        return spent(now) == 0 ? Optional.empty() : Optional.of(server.toOurs(ends));
    }

    /** Takes over what an earlier process spent; a day that the server may have and we have not is believed. */
    void restore(Spent earlier, Instant now) {
        turn(now);
        restored = Spent.later(restored, earlier);
        if (earlier.day().isAfter(day) && !server.isKnown()) {
            startDay(earlier.day(), spent);
        }
        if (earlier.day().equals(day)) {
            spent = Math.max(spent, earlier.units());
        }
    }

    /** Called at the first reply: until then the day was a guess by our own clock, and all that we spent was today. */
    void calibrate(Instant now) {
        LocalDate today = dayOf(server.at(now));
        if (!today.equals(day)) {
            startDay(today, spentByUs + restoredOn(today));
        }
    }

    private long restoredOn(LocalDate date) {
        Spent earlier = restored;
        return earlier != null && earlier.day().equals(date) ? earlier.units() : 0;
    }

    private void turn(Instant now) {
        Instant serverNow = server.at(now);
        if (serverNow.isBefore(ends)) {
            return;
        }
        // Calls that are under way count on the new day as well: only the platform knows on which it counted them.
        long carried = recent.used(ends);
        LocalDate today = dayOf(serverNow);
        Instant since = ends.isAfter(midnight(today)) ? ends : midnight(today);
        startDay(today, carried);
        begun = since;
    }

    private void startDay(LocalDate newDay, long carried) {
        day = newDay;
        begun = midnight(newDay);
        ends = midnight(newDay.plusDays(1));
        spent = carried;
    }

    private static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    private static Instant midnight(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
