package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Predicate;

/** Chooses tasks and appointments by what is due when. */
final class DueDates {

    private final Account account;

    DueDates(Account account) {
        this.account = account;
    }

    /** Returns what a list shows; no word shows all but done tasks. */
    Predicate<ObjectNode> filter(String word, String table) {
        return switch (table) {
            case "tasks" -> task(word);
            case "appointments" -> appointment(word);
            default -> record -> true;
        };
    }

    private Predicate<ObjectNode> task(String word) {
        ZoneId zone = account.settings().zone();
        LocalDate today = LocalDate.ofInstant(account.now(), zone);
        Predicate<ObjectNode> isOpen = task -> task.path("status").asInt() == 0;
        return switch (word) {
            case "completed" -> isOpen.negate();
            case "due_today" -> isOpen.and(task -> day(task).equals(today));
            case "due_tomorrow" -> isOpen.and(task -> day(task).equals(today.plusDays(1)));
            case "overdue" -> isOpen.and(task -> moment(task, "due_date").isBefore(account.now()));
            case "open", "" -> isOpen;
            default -> throw ApiException.invalid("Invalid filter");
        };
    }

    private Predicate<ObjectNode> appointment(String word) {
        return switch (word) {
            case "past" -> record -> moment(record, "end_date").isBefore(account.now());
            case "upcoming" -> record -> !moment(record, "end_date").isBefore(account.now());
            case "" -> record -> true;
            default -> throw ApiException.invalid("Invalid filter");
        };
    }

    private LocalDate day(ObjectNode task) {
        return LocalDate.ofInstant(moment(task, "due_date"), account.settings().zone());
    }

    private Instant moment(ObjectNode record, String member) {
        return Times.moment(record.path(member), account.settings().zone()).orElse(Instant.EPOCH);
    }
}
