package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.Destination;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.ObjectMapping;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.engine.PairDescription;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The connectors of one migration: given by the host or found on the class path, with settings that were checked.
 *
 * @param sourceSettings with their defaults
 * @param destinationSettings with their defaults
 */
public record Connectors(
        Source source,
        Settings sourceSettings,
        Destination destination,
        Settings destinationSettings,
        List<ObjectMapping> mappings) {

    /**
     * Finds the connectors of a migration.
     *
     * @throws ConfigurationException naming everything that is missing or wrong
     */
    static Connectors of(MigrationSetup setup) {
        List<String> problems = new ArrayList<>();
        if (setup.workspace().isEmpty()) {
            problems.add("workspace is missing. Name the folder that keeps the state");
        }
        Connectors found = find(setup, problems);
        return new Connectors(
                found.source,
                found.sourceSettings.checked(found.source.platform(), found.source.settings()),
                found.destination,
                found.destinationSettings.checked(found.destination.platform(), found.destination.settings()),
                found.mappings);
    }

    /** Finds the connectors of a migration that has no data and no account yet; settings are as they were given. */
    static Connectors onPaper(MigrationSetup setup) {
        return find(setup, new ArrayList<>());
    }

    private static Connectors find(MigrationSetup setup, List<String> problems) {
        List<Source> sources = setup.source().map(List::of).orElseGet(() -> loaded(Source.class));
        List<Destination> destinations = setup.destination().map(List::of).orElseGet(() -> loaded(Destination.class));
        check(problems, "source", setup.sourcePlatform(), sources, Source::platform);
        check(problems, "destination", setup.destinationPlatform(), destinations, Destination::platform);
        if (!problems.isEmpty()) {
            throw new ConfigurationException("the migration", problems);
        }
        Source source = found(sources, Source::platform, setup.sourcePlatform());
        Destination destination = found(destinations, Destination::platform, setup.destinationPlatform());
        return new Connectors(
                source, setup.sourceSettings(), destination, setup.destinationSettings(), mappings(setup));
    }

    private static List<ObjectMapping> mappings(MigrationSetup setup) {
        List<ObjectMapping> fitting = setup.mappings().orElseGet(() -> loaded(ObjectMapping.class)).stream()
                .filter(mapping -> mapping.sourcePlatform().equals(setup.sourcePlatform())
                        && mapping.destinationPlatform().equals(setup.destinationPlatform()))
                .toList();
        String pair = setup.sourcePlatform() + " -> " + setup.destinationPlatform();
        if (fitting.isEmpty()) {
            throw new ConfigurationException(
                    "no mappings for " + pair + " are on the class path. Add the jar that has them");
        }
        Map<String, Long> names = fitting.stream()
                .collect(Collectors.groupingBy(ObjectMapping::name, TreeMap::new, Collectors.counting()));
        names.forEach((name, count) -> {
            if (count > 1) {
                throw new ConfigurationException("mapping " + name + " of " + pair + " is on the class path " + count
                        + " times. Leave one of the jars out, or give the mappings to the builder");
            }
        });
        return fitting;
    }

    private static <T> void check(
            List<String> problems, String role, String platform, List<T> known, Function<T, String> name) {
        List<String> names = known.stream().map(name).sorted().toList();
        long count = names.stream().filter(platform::equals).count();
        if (platform.isEmpty()) {
            problems.add(role + " is missing. Name a platform: " + String.join(", ", names));
        } else if (count != 1) {
            problems.add(role + " '" + platform + "' is on the class path " + count + " times. Known are "
                    + String.join(", ", names));
        }
    }

    private static <T> T found(List<T> known, Function<T, String> name, String platform) {
        return known.stream()
                .filter(one -> name.apply(one).equals(platform))
                .findFirst()
                .orElseThrow();
    }

    private static <T> List<T> loaded(Class<T> service) {
        return ServiceLoader.load(service).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /** Describes the pairs on the class path. */
    public static List<PairDescription> pairs() {
        Map<String, List<ObjectMapping>> pairs = loaded(ObjectMapping.class).stream()
                .collect(Collectors.groupingBy(
                        mapping -> mapping.sourcePlatform() + "\n" + mapping.destinationPlatform(),
                        TreeMap::new,
                        Collectors.toList()));
        return pairs.values().stream().map(Connectors::pair).toList();
    }

    private static PairDescription pair(Collection<ObjectMapping> mappings) {
        ObjectMapping first = mappings.iterator().next();
        List<ObjectMapping> rows =
                mappings.stream().filter(mapping -> mapping.row() > 0).toList();
        long direct = rows.stream()
                .filter(mapping -> mapping.fidelity() == Fidelity.ONE_TO_ONE)
                .count();
        return new PairDescription(
                first.sourcePlatform(),
                first.destinationPlatform(),
                rows.size(),
                (int) direct,
                mappings.stream().map(ObjectMapping::name).sorted().toList());
    }
}
