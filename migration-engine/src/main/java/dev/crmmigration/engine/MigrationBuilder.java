package dev.crmmigration.engine;

import static java.util.Objects.requireNonNull;

import dev.crmmigration.api.audit.AuditSigner;
import dev.crmmigration.api.audit.AuditSink;
import dev.crmmigration.api.connector.HttpSettings;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.Destination;
import dev.crmmigration.api.mapping.ObjectMapping;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.engine.internal.migration.AuditSetup;
import dev.crmmigration.engine.internal.migration.MigrationSetup;
import dev.crmmigration.engine.internal.migration.MigrationSteps;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link Migration} needs; made by {@link Migration#builder}. Not thread-safe. */
public final class MigrationBuilder {

    private @Nullable Path workspace;
    private String sourcePlatform = "";
    private Optional<Source> source = Optional.empty();
    private Settings sourceSettings = Settings.none();
    private String destinationPlatform = "";
    private Optional<Destination> destination = Optional.empty();
    private Settings destinationSettings = Settings.none();
    private Optional<List<ObjectMapping>> mappings = Optional.empty();
    private final Map<String, String> policies = new TreeMap<>();
    private MigrationListener listener = MigrationListener.NONE;
    private Optional<Clock> clock = Optional.empty();
    private Optional<Waiter> waiter = Optional.empty();
    private Optional<Budgets> budgets = Optional.empty();
    private HttpSettings http = HttpSettings.DEFAULT;
    private Optional<Duration> deltaWindow = Optional.empty();
    private Optional<Duration> hypercare = Optional.empty();
    private MigrationSetup.Advisor advisor = MigrationSetup.Advisor.NONE;
    private final List<AuditSetup.Wanted> auditSinks = new ArrayList<>();
    private Optional<AuditSigner> auditSigner = Optional.empty();
    private final List<PublicKey> auditKeys = new ArrayList<>();

    MigrationBuilder() {}

    /** Sets the folder that keeps the state; it is made if it is not there. */
    public MigrationBuilder workspace(Path folder) {
        workspace = requireNonNull(folder, "folder");
        return this;
    }

    /** Names the source platform, which is looked for on the class path. */
    public MigrationBuilder source(String platform, Settings settings) {
        sourcePlatform = requireNonNull(platform, "platform");
        sourceSettings = requireNonNull(settings, "settings");
        return this;
    }

    /** Gives a source in place of discovery. */
    public MigrationBuilder source(Source instance, Settings settings) {
        source = Optional.of(requireNonNull(instance, "instance"));
        return source(instance.platform(), settings);
    }

    /** Names the destination platform, which is looked for on the class path. */
    public MigrationBuilder destination(String platform, Settings settings) {
        destinationPlatform = requireNonNull(platform, "platform");
        destinationSettings = requireNonNull(settings, "settings");
        return this;
    }

    /** Gives a destination in place of discovery. */
    public MigrationBuilder destination(Destination instance, Settings settings) {
        destination = Optional.of(requireNonNull(instance, "instance"));
        return destination(instance.platform(), settings);
    }

    /** Gives the mappings in place of discovery. */
    public MigrationBuilder mappings(List<ObjectMapping> instances) {
        mappings = Optional.of(List.copyOf(instances));
        return this;
    }

    /** Answers a choice of the plan before it is proposed. */
    public MigrationBuilder policy(String choice, String answer) {
        policies.put(requireNonNull(choice, "choice"), requireNonNull(answer, "answer"));
        return this;
    }

    public MigrationBuilder listener(MigrationListener instance) {
        listener = requireNonNull(instance, "instance");
        return this;
    }

    /** Gives the clock and the way to wait for it; the default is the system's. */
    public MigrationBuilder clock(Clock instance, Waiter how) {
        clock = Optional.of(requireNonNull(instance, "instance"));
        waiter = Optional.of(requireNonNull(how, "how"));
        return this;
    }

    /** Gives budgets that several migrations to one account share; the default is a budget of its own. */
    public MigrationBuilder budgets(Budgets shared) {
        budgets = Optional.of(requireNonNull(shared, "shared"));
        return this;
    }

    public MigrationBuilder http(HttpSettings settings) {
        http = requireNonNull(settings, "settings");
        return this;
    }

    /** Names one more sink of the audit, besides the file in the workspace; it is looked for on the class path. */
    public MigrationBuilder auditSink(String name, Settings settings) {
        auditSinks.add(new AuditSetup.Wanted(
                requireNonNull(name, "name"), Optional.empty(), requireNonNull(settings, "settings")));
        return this;
    }

    /** Gives one more sink of the audit. */
    public MigrationBuilder auditSink(AuditSink instance, Settings settings) {
        auditSinks.add(
                new AuditSetup.Wanted(instance.name(), Optional.of(instance), requireNonNull(settings, "settings")));
        return this;
    }

    /** Gives who signs the audit; the default is nobody. The trail of an {@link AuditKeyPair} is verified with it. */
    public MigrationBuilder auditSigner(AuditSigner instance) {
        auditSigner = Optional.of(requireNonNull(instance, "instance"));
        return instance instanceof AuditKeyPair pair ? auditKey(pair.publicKey()) : this;
    }

    /** Gives one more key whose signatures are good when the audit is verified. */
    public MigrationBuilder auditKey(PublicKey key) {
        auditKeys.add(requireNonNull(key, "key"));
        return this;
    }

    /**
     * Says how long after the first run deltas are expected; {@link Migration#status} shows what is left. The default is 48
     * hours.
     *
     * @param length longer than nothing
     */
    public MigrationBuilder deltaWindow(Duration length) {
        deltaWindow = Optional.of(positive("deltaWindow", length));
        return this;
    }

    /**
     * Says how long after the cutover somebody looks for what went wrong, and single records can be repaired. The
     * default is what the source's platform says, usually three days.
     *
     * @param length longer than nothing
     */
    public MigrationBuilder hypercare(Duration length) {
        hypercare = Optional.of(positive("hypercare", length));
        return this;
    }

    /** Gives who is asked about fields where a proposal is not sure: about 100 of a plan, ten seconds each. */
    public MigrationBuilder mappingAdvisor(MappingAdvisor instance) {
        return mappingAdvisor(instance, 100, Duration.ofSeconds(10));
    }

    /**
     * Gives who is asked about fields where a proposal is not sure.
     *
     * @param mostCases how many questions of one plan, at least 1
     * @param timeout how long an answer may take, longer than nothing
     */
    public MigrationBuilder mappingAdvisor(MappingAdvisor instance, int mostCases, Duration timeout) {
        if (mostCases < 1) {
            throw new IllegalArgumentException("mostCases must be at least 1 but was " + mostCases);
        }
        advisor = new MigrationSetup.Advisor(
                Optional.of(requireNonNull(instance, "instance")), mostCases, positive("timeout", timeout));
        return this;
    }

    private static Duration positive(String name, Duration length) {
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException(name + " must be longer than nothing but was " + length);
        }
        return length;
    }

    /** Estimates what the migration would take; see {@link #estimate(Map, Optional)}. */
    public Estimate estimate(Map<String, Long> counts) {
        return estimate(counts, Optional.empty());
    }

    /**
     * Estimates what the migration would take, before there are data or an account. Needs the platforms, and of the
     * destination the settings that decide about limits; a workspace and secrets may be missing. Opens nothing.
     *
     * @param counts how many records there are of objects of the source, such as {@code contact}; or how many a row
     *     makes, by its name
     * @param rates the table by which it is priced; without one no price is named
     * @throws dev.crmmigration.api.error.ConfigurationException if a platform, a setting or a count is not known, or the
     *     destination has no tariff
     */
    public Estimate estimate(Map<String, Long> counts, Optional<Rates> rates) {
        return MigrationSteps.estimate(setup(), Map.copyOf(counts), requireNonNull(rates, "rates"));
    }

    /**
     * Opens the workspace and finds the connectors; nothing is read or written yet.
     *
     * @throws dev.crmmigration.api.error.ConfigurationException naming everything that is missing or unknown
     * @throws WorkspaceInUseException if another process has the workspace open
     */
    public Migration build() {
        return new Migration(MigrationSteps.open(setup()));
    }

    private MigrationSetup setup() {
        return new MigrationSetup(
                Optional.ofNullable(workspace),
                sourcePlatform,
                source,
                sourceSettings,
                destinationPlatform,
                destination,
                destinationSettings,
                mappings,
                policies,
                listener,
                clock,
                waiter,
                budgets.map(Budgets::meters),
                http,
                new AuditSetup(auditSinks, auditSigner, auditKeys),
                deltaWindow,
                hypercare,
                advisor);
    }
}
