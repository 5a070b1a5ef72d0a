package dev.crmmigration.engine.internal.migration;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.UnaryOperator;

/** What the clock of a server shows, reckoned from ours. */
final class ServerTime extends Clock {

    private final Clock ours;
    private final UnaryOperator<Instant> toServerTime;

    ServerTime(Clock ours, UnaryOperator<Instant> toServerTime) {
        this.ours = ours;
        this.toServerTime = toServerTime;
    }

    @Override
    public Instant instant() {
        return toServerTime.apply(ours.instant());
    }

    @Override
    public ZoneId getZone() {
        return ours.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new ServerTime(ours.withZone(zone), toServerTime);
    }
}
