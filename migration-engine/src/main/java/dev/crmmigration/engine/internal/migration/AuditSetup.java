package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.audit.AuditSigner;
import dev.crmmigration.api.audit.AuditSink;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.engine.internal.audit.FileAuditSink;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * What a host has said about the audit.
 *
 * @param sinks besides the file in the workspace
 * @param signer who signs the trail
 * @param keys whose signatures the trail must have when it is verified
 */
public record AuditSetup(List<Wanted> sinks, Optional<AuditSigner> signer, List<PublicKey> keys) {

    public AuditSetup {
        sinks = List.copyOf(sinks);
        keys = List.copyOf(keys);
    }

    /**
     * A sink that the host wants.
     *
     * @param instance given in place of discovery
     */
    public record Wanted(String name, Optional<AuditSink> instance, Settings settings) {}

    /**
     * A sink that was found.
     *
     * @param label names it among all sinks of the migration
     */
    record Target(String label, AuditSink sink, Settings settings) {}

    /**
     * Finds the sinks: the file first, which every workspace has.
     *
     * @throws ConfigurationException naming the sinks that are there, if one is not
     */
    List<Target> targets() {
        List<AuditSink> found = ServiceLoader.load(AuditSink.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        FileAuditSink file = new FileAuditSink();
        List<Target> targets = new ArrayList<>(List.of(new Target(file.name(), file, Settings.none())));
        for (Wanted wanted : sinks) {
            AuditSink sink = wanted.instance().orElseGet(() -> named(wanted.name(), found));
            wanted.settings().checked(sink.name(), sink.settings());
            if (!sink.name().equals(file.name())) {
                targets.add(new Target(label(sink.name(), targets), sink, wanted.settings()));
            }
        }
        return targets;
    }

    private static AuditSink named(String name, List<AuditSink> found) {
        List<AuditSink> fitting =
                found.stream().filter(sink -> sink.name().equals(name)).toList();
        if (fitting.size() != 1) {
            List<String> names = found.stream().map(AuditSink::name).sorted().toList();
            throw new ConfigurationException("audit sink '" + name + "' is on the class path " + fitting.size()
                    + " times. Known are " + String.join(", ", names));
        }
        return fitting.get(0);
    }

    private static String label(String name, List<Target> targets) {
        long same = targets.stream()
                .filter(target -> target.sink().name().equals(name))
                .count();
        return same == 0 ? name : name + " " + (same + 1);
    }
}
