package dev.crmmigration.examples.cli.config;

import dev.crmmigration.api.connector.Secret;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.engine.AuditKeyPair;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.MigrationBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a config file says.
 *
 * @param workspace the folder that keeps the state
 * @param sandbox the settings of another account of the destination, in which the plan is rehearsed
 * @param policies answers to choices of the plan, by choice
 * @param audit sinks of the audit besides the file
 * @param signing the key of the audit
 * @param deltaWindow how long deltas are expected after the first run
 * @param hypercare how long somebody looks for what went wrong after the cutover
 */
public record MigrationConfig(
        Path workspace,
        Endpoint source,
        Endpoint destination,
        Optional<Settings> sandbox,
        Map<String, String> policies,
        List<Sink> audit,
        Optional<Signing> signing,
        Optional<Duration> deltaWindow,
        Optional<Duration> hypercare) {

    public MigrationConfig {
        policies = Collections.unmodifiableMap(new TreeMap<>(policies));
        audit = List.copyOf(audit);
    }

    /** A platform and how to reach it. */
    public record Endpoint(String platform, Settings settings) {}

    /** A sink of the audit. */
    public record Sink(String name, Settings settings) {}

    /**
     * The key that signs the audit, or checks it.
     *
     * @param files {@code privateKey} and {@code publicKey}, or {@code publicKey} alone, or {@code keyStore}
     */
    public record Signing(Map<String, Path> files, String alias, Secret password) {

        public Signing {
            files = Collections.unmodifiableMap(new TreeMap<>(files));
        }

        private void addTo(MigrationBuilder builder) {
            Path keyStore = files.get("keyStore");
            Path privateKey = files.get("privateKey");
            Path publicKey = files.get("publicKey");
            if (keyStore != null) {
                builder.auditSigner(AuditKeyPair.ofKeyStore(keyStore, alias, password));
            } else if (privateKey != null && publicKey != null) {
                builder.auditSigner(AuditKeyPair.ofPem(privateKey, publicKey));
            } else if (publicKey != null) {
                builder.auditKey(AuditKeyPair.publicKeyOfPem(publicKey));
            }
        }
    }

    /** Returns a builder that has all of it. */
    public MigrationBuilder builder() {
        MigrationBuilder builder = Migration.builder()
                .workspace(workspace)
                .source(source.platform(), source.settings())
                .destination(destination.platform(), destination.settings());
        policies.forEach(builder::policy);
        audit.forEach(sink -> builder.auditSink(sink.name(), sink.settings()));
        signing.ifPresent(key -> key.addTo(builder));
        deltaWindow.ifPresent(builder::deltaWindow);
        hypercare.ifPresent(builder::hypercare);
        return builder;
    }

    /** Leaves out answers, which may be somebody's e-mail address. */
    @Override
    public String toString() {
        return "MigrationConfig[" + workspace + ", " + source + ", " + destination + ", " + policies.keySet() + "]";
    }
}
