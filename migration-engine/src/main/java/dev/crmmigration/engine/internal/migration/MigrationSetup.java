package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.connector.HttpSettings;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.Destination;
import dev.crmmigration.api.mapping.ObjectMapping;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.engine.MappingAdvisor;
import dev.crmmigration.engine.MigrationListener;
import dev.crmmigration.engine.Waiter;
import dev.crmmigration.engine.internal.budget.AccountMeters;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a host has said about a migration.
 *
 * @param deltaWindow how long deltas are expected after the first run
 * @param hypercare how long somebody looks for what went wrong after the cutover
 */
public record MigrationSetup(
        Optional<Path> workspace,
        String sourcePlatform,
        Optional<Source> source,
        Settings sourceSettings,
        String destinationPlatform,
        Optional<Destination> destination,
        Settings destinationSettings,
        Optional<List<ObjectMapping>> mappings,
        Map<String, String> policies,
        MigrationListener listener,
        Optional<Clock> clock,
        Optional<Waiter> waiter,
        Optional<AccountMeters> meters,
        HttpSettings http,
        AuditSetup audit,
        Optional<Duration> deltaWindow,
        Optional<Duration> hypercare,
        Advisor advisor) {

    /** Returns the same for another workspace and another account of the destination, with an audit of its own. */
    MigrationSetup elsewhere(Path folder, Settings account) {
        return new MigrationSetup(
                Optional.of(folder),
                sourcePlatform,
                source,
                sourceSettings,
                destinationPlatform,
                destination,
                account,
                mappings,
                policies,
                listener,
                clock,
                waiter,
                meters,
                http,
                new AuditSetup(List.of(), Optional.empty(), List.of()),
                deltaWindow,
                hypercare,
                Advisor.NONE);
    }

    /**
     * Who is asked about fields where a proposal is not sure.
     *
     * @param mostCases how many questions of one plan
     * @param timeout how long an answer may take
     */
    public record Advisor(Optional<MappingAdvisor> instance, int mostCases, Duration timeout) {

        /** Nobody is asked. */
        public static final Advisor NONE = new Advisor(Optional.empty(), 0, Duration.ZERO);
    }
}
