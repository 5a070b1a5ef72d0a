package dev.crmmigration.engine.internal.profile;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.engine.Profile;
import dev.crmmigration.engine.internal.linkage.FieldParts;
import dev.crmmigration.engine.internal.linkage.Kind;
import dev.crmmigration.engine.internal.snapshot.Snapshot;
import dev.crmmigration.engine.internal.value.ValueText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Counts the contacts of one object that have bounced, have unsubscribed, or have not been heard of for long. */
final class Standings {

    private final ObjectDescription object;
    private final List<Counter> counters = new ArrayList<>();

    /** Only contacts stand in some way. */
    static Standings of(ObjectDescription object, Snapshot snapshot) {
        boolean isContact = Kind.of(object).filter(Kind.CONTACT::equals).isPresent();
        return new Standings(object, isContact ? StandingRule.shipped() : List.of(), snapshot.takenAt());
    }

    /** @param takenAt when the source was read; nothing is stale if that is not known */
    private Standings(ObjectDescription object, List<StandingRule> rules, Optional<Instant> takenAt) {
        this.object = object;
        for (FieldDescription field : object.fields()) {
            rules.stream()
                    .filter(rule ->
                            rule.isFor(FieldParts.words(field.key())) || rule.isFor(FieldParts.words(field.label())))
                    .filter(rule -> !rule.isByAge() || takenAt.isPresent())
                    .forEach(rule -> counters.add(new Counter(field.key(), rule, takenAt.orElse(Instant.EPOCH))));
        }
    }

    void add(CrmRecord record) {
        for (Counter counter : counters) {
            record.value(counter.field).ifPresent(counter::add);
        }
    }

    /** Tells whether a contact has bounced, unsubscribed or gone stale. */
    boolean says(CrmRecord record) {
        return counters.stream()
                .anyMatch(counter ->
                        record.value(counter.field).filter(counter::says).isPresent());
    }

    /** Tells whether any field says something. */
    boolean isEmpty() {
        return counters.isEmpty();
    }

    List<Profile.ContactStanding> counts() {
        return counters.stream()
                .map(counter -> new Profile.ContactStanding(
                        object.type().name(),
                        counter.rule.standing(),
                        counter.field,
                        counter.records,
                        counter.rule.words()))
                .toList();
    }

    private static final class Counter {
        private final String field;
        private final StandingRule rule;
        private final Instant takenAt;
        private long records;

        private Counter(String field, StandingRule rule, Instant takenAt) {
            this.field = field;
            this.rule = rule;
            this.takenAt = takenAt;
        }

        private void add(Object value) {
            records += says(value) ? 1 : 0;
        }

        private boolean says(Object value) {
            return rule.isByAge()
                    ? moment(value).map(last -> rule.isStale(last, takenAt)).orElse(false)
                    : rule.says(ValueText.of(value).strip().toLowerCase(Locale.ROOT));
        }

        private static Optional<Instant> moment(Object value) {
            if (value instanceof Instant moment) {
                return Optional.of(moment);
            }
            if (value instanceof LocalDate day) {
                return Optional.of(day.atStartOfDay().toInstant(ZoneOffset.UTC));
            }
            return value instanceof String text ? parsed(text.strip()) : Optional.empty();
        }

        /** A text that is no date in the ISO form says nothing about age. */
        private static Optional<Instant> parsed(String text) {
            try {
                return Optional.of(
                        text.length() == 10
                                ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                                : LocalDateTime.parse(text.replace(' ', 'T').replace("Z", ""))
                                        .toInstant(ZoneOffset.UTC));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }
    }
}
