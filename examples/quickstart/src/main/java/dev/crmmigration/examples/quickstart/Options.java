package dev.crmmigration.examples.quickstart;

import dev.crmmigration.api.error.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the quickstart is told: nothing for the simulator, an address and where the token is for a real account. */
final class Options {

    static final String USAGE = "quickstart [--base-url URL --token-env NAME --owner EMAIL [--plan growth] [--seats 3]"
            + " [--automations paused|none|accepted]] [--export FOLDER [--later-export FOLDER]] [--workspace FOLDER]";

    private static final Set<String> KNOWN = Set.of(
            "--base-url",
            "--token-env",
            "--owner",
            "--plan",
            "--seats",
            "--automations",
            "--export",
            "--later-export",
            "--workspace");

    private final Map<String, String> given;

    private Options(Map<String, String> given) {
        this.given = given;
    }

    /**
     * Reads arguments in pairs of name and value.
     *
     * @throws ConfigurationException saying what is wrong and how it is used
     */
    static Options of(String... arguments) {
        Map<String, String> given = new TreeMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!KNOWN.contains(arguments[i]) || i + 1 == arguments.length) {
                throw new ConfigurationException("argument " + arguments[i] + " is "
                        + (KNOWN.contains(arguments[i]) ? "without a value" : "not known") + ". Usage: " + USAGE);
            }
            given.put(arguments[i], arguments[i + 1]);
        }
        if (given.containsKey("--base-url") && !(given.containsKey("--token-env") && given.containsKey("--owner"))) {
            throw new ConfigurationException(
                    "a real account needs --token-env, the environment variable that holds the API token, and --owner,"
                            + " the user who gets what has no owner. Usage: " + USAGE);
        }
        return new Options(given);
    }

    boolean isReal() {
        return given.containsKey("--base-url");
    }

    String baseUrl() {
        return given.getOrDefault("--base-url", "");
    }

    /** Returns the token from the environment. */
    String token(Map<String, String> environment) {
        String variable = given.getOrDefault("--token-env", "");
        String token = environment.getOrDefault(variable, "");
        if (token.isEmpty()) {
            throw new ConfigurationException(
                    "the environment variable " + variable + " is not set or empty. Put the API token into it");
        }
        return token;
    }

    String owner() {
        return given.getOrDefault("--owner", SimulatedAccount.ADMIN);
    }

    String plan() {
        return given.getOrDefault("--plan", "growth");
    }

    String seats() {
        return given.getOrDefault("--seats", "3");
    }

    /** Returns whether the account's automations are paused; the simulated one has none. */
    String automations() {
        return given.getOrDefault("--automations", isReal() ? "accepted" : "none");
    }

    Path export() {
        return Path.of(given.getOrDefault("--export", home().resolve("export").toString()));
    }

    /** Returns the export of the days after: all contacts once more. Somebody's own export has none unless it is named. */
    Optional<Path> later() {
        return Optional.ofNullable(given.get("--later-export"))
                .or(() -> given.containsKey("--export")
                        ? Optional.empty()
                        : Optional.of(home().resolve("export-later").toString()))
                .map(Path::of);
    }

    /** Returns the workspace; that of a real account is another one, since it must outlive an interrupted run. */
    Path workspace() {
        String name = isReal() ? "quickstart-account" : "quickstart-workspace";
        return Path.of(given.getOrDefault(
                "--workspace", home().resolve("target").resolve(name).toString()));
    }

    /** Maven starts it in its own folder, people do from the root of the project. */
    private static Path home() {
        Path fromRoot = Path.of("examples", "quickstart");
        return Files.isDirectory(fromRoot) ? fromRoot : Path.of("");
    }
}
