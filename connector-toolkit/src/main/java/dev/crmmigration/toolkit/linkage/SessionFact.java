package dev.crmmigration.toolkit.linkage;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a session, or one client's part in it, says about the package that it belongs to.
 *
 * @param id the session, with the client behind it for a part of a group session
 * @param client who takes part, or empty text
 * @param stated the enrollment that the export names, or empty text
 * @param packageId the package that it names, or empty text
 * @param packageName the name of the package on which names are compared, or empty text
 * @param service the name of the service on which names are compared, or empty text
 * @param start when it begins
 * @param minutes how long it takes
 * @param use what it does to a package
 * @param coach the e-mail address of the coach, or empty text
 * @param series the series that it recurs in, or empty text
 * @param isSingle whether it stands on its own as sold: it has a fee, or is a consultation
 * @param counted how much of the package it takes, or {@code null} for one session, or its length where hours count
 */
public record SessionFact(
        String id,
        String client,
        String stated,
        String packageId,
        String packageName,
        String service,
        Instant start,
        long minutes,
        Use use,
        String coach,
        String series,
        boolean isSingle,
        @Nullable BigDecimal counted) {

    /** What a session does to the package that it belongs to. */
    public enum Use {
        /** It was used up. */
        CONSUMES,
        /** It will be. */
        RESERVES,
        /** It counts for nothing. */
        NOTHING
    }

    /** Makes a fact of a session that takes one of a package, or its length where hours count. */
    public SessionFact(
            String id,
            String client,
            String stated,
            String packageId,
            String packageName,
            String service,
            Instant start,
            long minutes,
            Use use,
            String coach,
            String series,
            boolean isSingle) {
        this(id, client, stated, packageId, packageName, service, start, minutes, use, coach, series, isSingle, null);
    }

    /** Returns how much of a package of that capacity it takes. */
    BigDecimal amountOf(Capacity capacity) {
        return counted == null ? capacity.of(minutes) : counted;
    }
}
