package dev.crmmigration.toolkit.linkage;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an enrollment in a package says about the sessions that belong to it.
 *
 * @param id the enrollment
 * @param client whose it is, or empty text
 * @param packageId the package, or empty text
 * @param packageName its name on which names are compared, or empty text
 * @param services the names of the services that it includes, on which names are compared; empty if nobody says
 * @param starts the first day, or {@code null} if it is open
 * @param expires the last day, or {@code null} if it is open
 * @param cancelled since when it does not count any more, or {@code null}
 * @param coach the e-mail address of the coach, or empty text
 * @param capacity how much it holds
 * @param total how much it holds in all by the source, or {@code null}
 * @param used how much was used by the source, or {@code null}
 * @param remaining how much is left by the source, or {@code null}
 */
public record EnrollmentFact(
        String id,
        String client,
        String packageId,
        String packageName,
        Set<String> services,
        @Nullable LocalDate starts,
        @Nullable LocalDate expires,
        @Nullable Instant cancelled,
        String coach,
        Capacity capacity,
        @Nullable BigDecimal total,
        @Nullable BigDecimal used,
        @Nullable BigDecimal remaining) {

    public EnrollmentFact {
        services = Set.copyOf(services);
    }
}
