package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/** Reads and writes moments and days; what cannot be read is taken for nothing, without an error. */
final class Times {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

    private Times() {}

    static String shown(Instant moment, ZoneId zone) {
        return SHOWN.format(moment.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }

    /** Reads a moment; one without an offset is in the account's zone, a day begins at midnight. */
    static Optional<Instant> moment(JsonNode value, ZoneId zone) {
        String text = value.asText("").replace(' ', 'T');
        return parsed(text, given -> OffsetDateTime.parse(given).toInstant())
                .or(() -> parsed(
                        text, given -> LocalDateTime.parse(given).atZone(zone).toInstant()))
                .or(() -> parsed(
                        text, given -> LocalDate.parse(given).atStartOfDay(zone).toInstant()));
    }

    /** Reads a day; of a moment the day in the account's zone. */
    static Optional<LocalDate> day(JsonNode value, ZoneId zone) {
        return parsed(value.asText(""), LocalDate::parse)
                .or(() -> moment(value, zone).map(moment -> LocalDate.ofInstant(moment, zone)));
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> parser) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(parser.apply(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
