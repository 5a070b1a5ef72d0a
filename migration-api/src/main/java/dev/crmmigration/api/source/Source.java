package dev.crmmigration.api.source;

import dev.crmmigration.api.catalog.PlatformNote;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * A platform that records can be read from. Found by {@code ServiceLoader}: public, with a public constructor without
 * arguments, cheap, stateless; it does nothing before {@link #open}.
 */
public interface Source {

    /** Returns the platform's name in lower case, such as {@code kartra}. */
    String platform();

    /** Returns every setting that {@link #open} knows. */
    List<Setting> settings();

    /**
     * Returns how long after the cutover somebody should look daily for what went wrong, unless the host says otherwise:
     * longer where the platform shows its losses late.
     */
    default Duration hypercare() {
        return Duration.ofDays(3);
    }

    /**
     * Returns how many records a sample has that goes to a platform, unless the plan says otherwise: enough to see every
     * kind of record, few enough to look at each.
     *
     * @param destination the platform's name
     */
    default int sampleSize(String destination) {
        return 100;
    }

    /** Returns what the platform is known to hold before anything of a customer's is there. */
    default SourceOutline outline() {
        return SourceOutline.NONE;
    }

    /**
     * Returns what the platform is known to hold, for somebody who has settled how it is read: platforms of several editions
     * differ.
     *
     * @param settings with their defaults; some may be missing
     */
    default SourceOutline outline(Settings settings) {
        return outline();
    }

    /** Returns what everybody should know about the platform before its data are moved. */
    default List<PlatformNote> notes() {
        return List.of();
    }

    /**
     * Returns how long a move to a platform usually takes, if people are told something about it.
     *
     * @param destination the platform's name
     */
    default Optional<UsualTime> usualTime(String destination) {
        return Optional.empty();
    }

    /**
     * Returns what has begun at the platform and must not be under way when records are written, although the plan was made
     * when all was quiet: mails that are about to be sent, for one. Asked right before the first record is written; nothing
     * is written while there is something.
     *
     * @param isDecided tells whether a value map of the plan, by its name, says what becomes of a value
     * @return a sentence each, with what to do
     * @throws dev.crmmigration.api.error.ConnectorException if the platform cannot be asked
     */
    default List<String> underWay(Settings settings, ConnectorContext context, BiPredicate<String, String> isDecided) {
        return List.of();
    }

    /**
     * Opens the account or export. The engine has checked the settings and filled in their defaults.
     *
     * @throws dev.crmmigration.api.error.ConfigurationException if a setting does not fit, naming it
     * @throws dev.crmmigration.api.error.ConnectorException if the platform cannot be reached or refuses
     */
    SourceSession open(Settings settings, ConnectorContext context);
}
