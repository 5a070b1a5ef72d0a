package dev.crmmigration.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.destination.Destination;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.engine.PairDescription;
import dev.crmmigration.testkit.simulator.Simulator;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The connectors and simulators on the class path. */
final class Platforms {

    private Platforms() {}

    /** One connector; its kind is source or destination. */
    record Connector(String kind, String platform, List<Setting> settings) {}

    /** Returns the sources and then the destinations, each sorted by platform. */
    static List<Connector> connectors() {
        Stream<Connector> sources = ServiceLoader.load(Source.class).stream()
                .map(ServiceLoader.Provider::get)
                .map(source -> new Connector("source", source.platform(), source.settings()))
                .sorted(Comparator.comparing(Connector::platform));
        Stream<Connector> destinations = ServiceLoader.load(Destination.class).stream()
                .map(ServiceLoader.Provider::get)
                .map(destination -> new Connector("destination", destination.platform(), destination.settings()))
                .sorted(Comparator.comparing(Connector::platform));
        return Stream.concat(sources, destinations).toList();
    }

    /** Returns the platforms that can be simulated, sorted. */
    static List<String> simulators() {
        return ServiceLoader.load(Simulator.class).stream()
                .map(ServiceLoader.Provider::get)
                .map(Simulator::platform)
                .sorted()
                .toList();
    }

    static ObjectNode json(List<PairDescription> pairs, List<Connector> connectors) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode pairNodes = document.putArray("pairs");
        for (PairDescription pair : pairs) {
            ObjectNode node = pairNodes.addObject();
            node.put("source", pair.source());
            node.put("destination", pair.destination());
            node.put("rows", pair.rows());
            node.put("oneToOne", pair.oneToOne());
            ArrayNode mappings = node.putArray("mappings");
            pair.mappings().forEach(mappings::add);
        }
        ArrayNode connectorNodes = document.putArray("connectors");
        for (Connector connector : connectors) {
            ObjectNode node = connectorNodes.addObject();
            node.put("kind", connector.kind());
            node.put("platform", connector.platform());
            ArrayNode settings = node.putArray("settings");
            connector.settings().forEach(setting -> settings.add(json(setting)));
        }
        ArrayNode simulators = document.putArray("simulators");
        simulators().forEach(simulators::add);
        return document;
    }

    private static ObjectNode json(Setting setting) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", setting.name());
        node.put("meaning", setting.meaning());
        node.put("required", setting.required());
        node.put("secret", setting.secret());
        setting.defaultValue().ifPresent(value -> node.put("default", value));
        return node;
    }
}
