package dev.crmmigration.api.record;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** One value of every class that a field may hold. */
final class SampleValues {

    static final List<Object> ALL = List.of(
            "Ann Lee",
            7L,
            new BigDecimal("1.20"),
            true,
            LocalDate.of(2026, 2, 3),
            LocalTime.of(9, 30),
            Instant.EPOCH,
            Duration.ofMinutes(5),
            new Money(BigDecimal.TEN, "EUR"),
            new Address("1 Mill Rd", "", "", "", ""),
            new ContactPoint("ann@example.com", "work", true),
            new Participant(RecordRef.of("person", "5"), true),
            new DateRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 1)),
            new TimeRange(LocalTime.NOON, LocalTime.MIDNIGHT),
            new AttachmentRef("f1", "ann lee.pdf"),
            RecordRef.of("person", "5"),
            new Link("ClientToPerson", "ann lee"),
            new UserLink("ann@example.com"));

    private SampleValues() {}
}
