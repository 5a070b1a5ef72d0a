package dev.crmmigration.api.destination;

import dev.crmmigration.api.catalog.PlatformNote;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.mapping.Choice;
import java.util.List;
import java.util.Optional;

/**
 * A platform that records can be written to. Found by {@code ServiceLoader}: public, with a public constructor without
 * arguments, cheap, stateless; it does nothing before {@link #open}.
 */
public interface Destination {

    /** Returns the platform's name in lower case, such as {@code pipedrive}. */
    String platform();

    /** Returns every setting that {@link #open} knows. */
    List<Setting> settings();

    /**
     * Returns what a person must decide or confirm about the account, whatever is migrated, such as that its automations
     * are paused. The plan asks for it; without an answer nothing runs.
     */
    default List<Choice> choices() {
        return List.of();
    }

    /**
     * Returns what an account with such settings has and allows when it is new. Asks nobody: the settings that lead to an
     * account, and its secrets, may be missing.
     *
     * @param settings at least what decides about limits, with the defaults of all others
     * @return empty if nothing can be said without asking the account
     * @throws dev.crmmigration.api.error.ConfigurationException if a setting does not fit, naming it
     */
    default Optional<Tariff> tariff(Settings settings) {
        return Optional.empty();
    }

    /**
     * Returns what everybody should know about the platform before data are moved there. Asks nobody.
     *
     * @param settings what decides about limits, with the defaults of all others
     */
    default List<PlatformNote> notes(Settings settings) {
        return List.of();
    }

    /** Returns what takes the place of triggers, conditions and actions of other platforms; of several the first counts. */
    default List<AutomationEquivalent> equivalents() {
        return List.of();
    }

    /**
     * Opens the account with one cheap call that proves the credentials. The engine has checked the settings and filled
     * in their defaults.
     *
     * @throws dev.crmmigration.api.error.ConfigurationException if a setting does not fit, naming it
     * @throws dev.crmmigration.api.error.ConnectorException if the platform cannot be reached or refuses the credentials
     */
    DestinationSession open(Settings settings, ConnectorContext context);
}
