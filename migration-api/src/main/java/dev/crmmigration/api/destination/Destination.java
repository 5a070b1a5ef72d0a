package dev.crmmigration.api.destination;

import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.mapping.Choice;
import java.util.List;

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
     * Opens the account with one cheap call that proves the credentials. The engine has checked the settings and filled
     * in their defaults.
     *
     * @throws dev.crmmigration.api.error.ConfigurationException if a setting does not fit, naming it
     * @throws dev.crmmigration.api.error.ConnectorException if the platform cannot be reached or refuses the credentials
     */
    DestinationSession open(Settings settings, ConnectorContext context);
}
