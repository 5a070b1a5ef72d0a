package dev.crmmigration.examples.cli.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.crmmigration.api.connector.Secret;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.examples.cli.config.MigrationConfig.Endpoint;
import dev.crmmigration.examples.cli.config.MigrationConfig.Signing;
import dev.crmmigration.examples.cli.config.MigrationConfig.Sink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Reads a config file.
 *
 * <ul>
 *   <li>{@code ${env:NAME}} in a value stands for an environment variable.
 *   <li>A relative workspace, a relative {@code export} among the settings of the source, and relative files of keys start
 *       at the folder of the config file, wherever the command is called.
 *   <li>Settings that their connector declares as secret become secrets.
 * </ul>
 */
public final class ConfigFile {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The setting of sources that names files. */
    private static final String EXPORT = "export";

    private final Path file;
    private final Variables variables;
    private final List<String> problems = new ArrayList<>();

    private ConfigFile(Path file, Map<String, String> environment) {
        this.file = file;
        this.variables = new Variables(environment);
    }

    /**
     * Reads a file.
     *
     * @param environment the environment variables
     * @throws ConfigurationException naming everything that is wrong, and no value
     */
    public static MigrationConfig read(Path file, Map<String, String> environment) {
        return new ConfigFile(file, environment).read();
    }

    private MigrationConfig read() {
        ConfigObject root = ConfigObject.root(tree(), problems)
                .knowing(
                        "workspace",
                        "source",
                        "destination",
                        "sandbox",
                        "policies",
                        "audit",
                        "auditSigning",
                        "deltaWindow",
                        "hypercare");
        Path workspace = resolve(root.place("workspace"), replaced(root, "workspace", root.text("workspace")));
        Endpoint source = endpoint(root.object("source"), KnownSettings::ofSource, true);
        Endpoint destination = endpoint(root.object("destination"), KnownSettings::ofDestination, false);
        Map<String, String> other = replaced(root.optional("sandbox"));
        Optional<Settings> sandbox = other.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        KnownSettings.ofDestination(destination.platform()).settings(other));
        Map<String, String> policies = replaced(root.optional("policies"));
        List<Sink> audit = root.list("audit").stream().map(this::sink).toList();
        Optional<Signing> signing = signing(root.optional("auditSigning"));
        Optional<Duration> deltaWindow = duration(root, "deltaWindow", false);
        Optional<Duration> hypercare = duration(root, "hypercare", true);
        if (!problems.isEmpty()) {
            throw new ConfigurationException("config file " + file, problems);
        }
        return new MigrationConfig(
                workspace, source, destination, sandbox, policies, audit, signing, deltaWindow, hypercare);
    }

    private Endpoint endpoint(ConfigObject object, Function<String, KnownSettings> known, boolean isSource) {
        object.knowing("platform", "settings");
        String platform = object.text("platform");
        ConfigObject settings = object.optional("settings");
        Map<String, String> values = replaced(settings);
        if (isSource) {
            values.computeIfPresent(
                    EXPORT,
                    (name, value) -> resolve(settings.place(name), value).toString());
        }
        return new Endpoint(platform, known.apply(platform).settings(values));
    }

    private Optional<Duration> duration(ConfigObject object, String name, boolean countsDays) {
        return object.value(name)
                .map(value -> replaced(object, name, value))
                .flatMap(value -> Durations.parse(value, countsDays).or(() -> {
                    problems.add(object.place(name) + " must be a duration longer than nothing, such as 48h, 7d or"
                            + " 90m" + (countsDays ? ", or a number of days" : ""));
                    return Optional.empty();
                }));
    }

    private Sink sink(ConfigObject object) {
        object.knowing("sink", "settings");
        String name = object.text("sink");
        return new Sink(name, KnownSettings.ofAuditSink(name).settings(replaced(object.optional("settings"))));
    }

    private Optional<Signing> signing(ConfigObject object) {
        if (object.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> texts =
                replaced(object.knowing("privateKey", "publicKey", "keyStore", "alias", "password"));
        Map<String, Path> files = new TreeMap<>();
        for (String name : List.of("privateKey", "publicKey", "keyStore")) {
            Optional.ofNullable(texts.get(name))
                    .ifPresent(value -> files.put(name, resolve(object.place(name), value)));
        }
        if (files.containsKey("keyStore") && !texts.keySet().equals(Set.of("keyStore", "alias", "password"))) {
            problems.add("'auditSigning' with a 'keyStore' needs 'alias' and 'password', and nothing else");
        } else if (!files.containsKey("keyStore") && !files.containsKey("publicKey")) {
            problems.add("'auditSigning' needs 'privateKey' and 'publicKey', or 'keyStore', 'alias' and 'password'; or"
                    + " 'publicKey' alone, to verify what others sign");
        }
        return Optional.of(
                new Signing(files, texts.getOrDefault("alias", ""), Secret.of(texts.getOrDefault("password", ""))));
    }

    private Map<String, String> replaced(ConfigObject object) {
        Map<String, String> values = new TreeMap<>(object.texts());
        values.replaceAll((name, value) -> replaced(object, name, value));
        return values;
    }

    private String replaced(ConfigObject object, String name, String value) {
        return variables.replace(object.place(name), value, problems);
    }

    private Path resolve(String place, String value) {
        try {
            return file.toAbsolutePath().resolveSibling(value).normalize();
        } catch (InvalidPathException e) {
            problems.add(place + " is not a path");
            return file;
        }
    }

    private JsonNode tree() {
        try {
            return MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new ConfigurationException(notJson(e));
        } catch (IOException e) {
            throw new ConfigurationException("config file " + file
                    + (Files.exists(file)
                            ? " cannot be read as UTF-8 text. Check its permissions and its encoding"
                            : " does not exist. Name another one with --config"));
        }
    }

    /** Says where; what stands there may be a secret. */
    private String notJson(JsonProcessingException e) {
        JsonLocation place = e.getLocation();
        String where = place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
        return "config file " + file + " is not JSON" + where
                + ". Look for a missing comma, quotation mark or brace, or a name that stands there twice";
    }
}
