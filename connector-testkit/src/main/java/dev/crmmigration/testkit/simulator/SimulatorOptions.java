package dev.crmmigration.testkit.simulator;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a simulated account is started with.
 *
 * @param port the port to listen on; 0 takes a free one
 * @param seed what all invented keys and data are derived from: equal seeds give equal accounts
 * @param token the credential that clients must send
 * @param settings the settings of the platform by name; each simulator documents and checks its own
 * @param stateFile read at start if it exists, written on close and on {@code POST /__simulator/save}
 * @param logFile gets one JSON line per request, without query, values and token
 * @param faultsFile a {@link FaultScript} in force from the start
 * @param clock dates the records and drives the limits
 * @param observer sees what the platform answers
 */
public record SimulatorOptions(
        int port,
        long seed,
        String token,
        Map<String, String> settings,
        @Nullable Path stateFile,
        @Nullable Path logFile,
        @Nullable Path faultsFile,
        SimulatorClock clock,
        ExchangeObserver observer) {

    public SimulatorOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be from 0 to 65535 but was " + port);
        }
        if (token.isBlank()) {
            throw new IllegalArgumentException("token must not be blank");
        }
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Leaves out the token. */
    @Override
    public String toString() {
        return "SimulatorOptions[port=" + port + ", seed=" + seed + ", settings=" + settings + "]";
    }

    /** Not thread-safe. */
    public static final class Builder {
        private int port;
        private long seed = 1;
        private String token = "simulator-token";
        private final Map<String, String> settings = new LinkedHashMap<>();
        private @Nullable Path stateFile;
        private @Nullable Path logFile;
        private @Nullable Path faultsFile;
        private @Nullable SimulatorClock clock;
        private ExchangeObserver observer = ExchangeObserver.NONE;

        private Builder() {}

        public Builder port(int port) {
            this.port = port;
            return this;
        }

        public Builder seed(long seed) {
            this.seed = seed;
            return this;
        }

        public Builder token(String token) {
            this.token = requireNonNull(token, "token");
            return this;
        }

        public Builder setting(String name, String value) {
            settings.put(requireNonNull(name, "name"), requireNonNull(value, "value"));
            return this;
        }

        public Builder settings(Map<String, String> settings) {
            this.settings.putAll(settings);
            return this;
        }

        public Builder stateFile(@Nullable Path stateFile) {
            this.stateFile = stateFile;
            return this;
        }

        public Builder logFile(@Nullable Path logFile) {
            this.logFile = logFile;
            return this;
        }

        public Builder faultsFile(@Nullable Path faultsFile) {
            this.faultsFile = faultsFile;
            return this;
        }

        public Builder clock(SimulatorClock clock) {
            this.clock = requireNonNull(clock, "clock");
            return this;
        }

        public Builder observer(ExchangeObserver observer) {
            this.observer = requireNonNull(observer, "observer");
            return this;
        }

        public SimulatorOptions build() {
            SimulatorClock effectiveClock = clock != null ? clock : SimulatorClock.system();
            return new SimulatorOptions(
                    port, seed, token, settings, stateFile, logFile, faultsFile, effectiveClock, observer);
        }
    }
}
