package dev.crmmigration.connector.freshsales;

import dev.crmmigration.toolkit.destination.Table;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The names of time zones in Ruby on Rails, from the table {@code zones.tsv}. */
final class RailsZones {

    private static final List<List<String>> ZONES = Table.rows(RailsZones.class, "zones.tsv");

    private RailsZones() {}

    /** Returns the Rails name of a zone that is named as Rails or as IANA does; empty if Rails has none like it. */
    static Optional<String> nameOf(String zone) {
        return first(row -> row.get(0).equals(zone))
                .or(() -> first(row -> row.get(1).equals(zone)))
                .or(() -> rules(zone)
                        .flatMap(wanted -> first(row -> rules(row.get(1)).equals(Optional.of(wanted)))));
    }

    private static Optional<String> first(Predicate<List<String>> wanted) {
        return ZONES.stream().filter(wanted).findFirst().map(row -> row.get(0));
    }

    /** IANA has many names for zones that are alike. */
    private static Optional<ZoneRules> rules(String zone) {
        try {
            return Optional.of(ZoneId.of(zone).getRules());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
